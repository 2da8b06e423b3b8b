using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PlanTracker.Web.Channels;

/// <summary>Keeps what only this installation may read: addresses of robots, secrets of signatures and gateways.</summary>
public sealed class OutletKeys(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("PlanTracker.Channels.Secret");

    public string Close(string secret) => secret.Length == 0 ? "" : protector.Protect(secret);

    /// <summary>Null when the keys of the data folder are others than those it was closed with.</summary>
    public string? Open(string kept)
    {
        if (kept.Length == 0)
            return "";
        try
        {
            return protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

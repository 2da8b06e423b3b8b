using System.Security.Cryptography;

namespace PlanTracker.Web.Security;

/// <summary>Section "Security" of the settings.</summary>
public sealed class SecuritySettings
{
    /// <summary>三员分立: system, security and audit administrators are three persons, none of whom holds another role.</summary>
    public bool SeparateAdministrators { get; set; } = true;
}

/// <summary>Whoever signed in under an older stamp is signed out within a minute.</summary>
public static class SecurityStamp
{
    public static string Fresh() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}

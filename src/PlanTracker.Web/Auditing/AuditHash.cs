using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Auditing;

/// <summary>The canonical form of an entry and its hash: every field in a fixed order, each after its length in bytes of UTF-8, so that no two entries read alike.</summary>
public static class AuditHash
{
    /// <summary>Stands before the first entry.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string Form = "plantracker-audit-1";

    public static string Of(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in Fields(entry))
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            hash.AppendData(Encoding.ASCII.GetBytes($"{bytes.Length}:"));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Fields(AuditEntry entry) =>
    [
        Form, entry.Number.ToString(CultureInfo.InvariantCulture), entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        entry.PersonId?.ToString() ?? "", entry.Person, entry.Functions, entry.Unit, entry.Address, entry.JurisdictionId?.ToString() ?? "", entry.Action,
        entry.Arguments, entry.ObjectKind, entry.ObjectId, entry.ObjectTitle, entry.Outcome.ToString(), entry.Refusal, entry.Before,
    ];
}

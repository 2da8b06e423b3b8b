using System.Security.Cryptography;

namespace PlanTracker.Web.Security;

/// <summary>A password for one first sign-in: 16 characters at random (79 bits), none of which is mistaken for another when read aloud or copied by hand.</summary>
public static class FirstPassword
{
    private const string Characters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 4;

    public static string Generate() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Characters, GroupLength)));
}

namespace PlanTracker.Web.Features.Plans.Source;

/// <summary>How a document that came inside of an archive is called: by the archive and by itself. Kept is the archive.</summary>
internal static class EnclosedNames
{
    private const string Between = " › ";
    private const int Longest = 200;

    public static string Of(string file, string? enclosed)
    {
        if (string.IsNullOrEmpty(enclosed))
            return file;
        var room = Longest - file.Length - Between.Length;
        return room < 10 ? file : $"{file}{Between}{(enclosed.Length <= room ? enclosed : enclosed[^room..])}";
    }

    /// <summary>The name of the file that is kept.</summary>
    public static string Kept(string name)
    {
        var end = name.IndexOf(Between, StringComparison.Ordinal);
        return end < 0 ? name : name[..end];
    }
}

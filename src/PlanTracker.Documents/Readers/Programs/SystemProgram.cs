namespace PlanTracker.Documents.Readers.Programs;

/// <summary>A program of the system that a reader calls for a format which it does not read itself.</summary>
/// <param name="Package">The distribution's package in which it comes, named to those who lack it.</param>
/// <param name="Names">The names under which it may stand on PATH; the first that is found is taken.</param>
internal sealed record SystemProgram(string Package, params string[] Names)
{
    /// <summary>It can fetch what a document links to, so it is kept from the network where the system allows that.</summary>
    public bool CanFetch { get; init; }

    /// <summary>The file that would run, or null where none of the names stands on PATH.</summary>
    public string? Find() => Names.Select(FindOnPath).FirstOrDefault(static file => file is not null);

    public static string? FindOnPath(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            // A relative folder would run whatever lies where this process happens to stand.
            if (Path.IsPathFullyQualified(folder) && MayRun(Path.Combine(folder, file)))
                return Path.Combine(folder, file);
        }
        return null;
    }

    private static bool MayRun(string file)
    {
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & execute) != 0);
    }
}

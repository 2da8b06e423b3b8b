namespace PlanTracker.Cli;

internal enum OutputForm
{
    Human,
    Json,
    Text,
}

/// <summary>plantracker parse FILE… [--json|--text]; after "--" everything is a file.</summary>
internal sealed record Arguments(OutputForm Form, IReadOnlyList<string> Files)
{
    /// <summary>Null where the arguments are wrong.</summary>
    public static Arguments? Read(string[] args)
    {
        if (args.Length == 0 || args[0] != "parse")
            return null;
        var files = new List<string>();
        OutputForm? form = null;
        var onlyFiles = false;
        foreach (var arg in args.AsSpan(1))
        {
            if (onlyFiles || !arg.StartsWith('-'))
                files.Add(arg);
            else if (arg == "--")
                onlyFiles = true;
            else if (arg is "--json" or "--text" && form is null)
                form = arg == "--json" ? OutputForm.Json : OutputForm.Text;
            else
                return null;
        }
        return files.Count == 0 ? null : new Arguments(form ?? OutputForm.Human, files);
    }
}

using System.Runtime.InteropServices;

namespace PlanTracker.Web.Reading;

/// <summary>How this application is started once more: by its own program, or by the runtime that runs it now.</summary>
internal static class ChildProgram
{
    private static readonly string[] Passed = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LANG", "LC_ALL", "TESSDATA_PREFIX"];

    public static bool MayPass(string variable) =>
        Passed.Contains(variable, StringComparer.OrdinalIgnoreCase) || variable.StartsWith("DOTNET_ROOT", StringComparison.Ordinal)
        || variable.StartsWith("DOTNET_SYSTEM_GLOBALIZATION", StringComparison.Ordinal);

    public static (string Program, IReadOnlyList<string> FirstArguments) Find()
    {
        var own = typeof(ChildProgram).Assembly.GetName().Name;
        var running = Environment.ProcessPath;
        if (running is not null && Path.GetFileName(running) == Program(own!))
            return (running, []);
        return (Runtime(running), ["exec", Path.Combine(AppContext.BaseDirectory, own + ".dll")]);
    }

    // Tests run in a program of their own; the runtime lies three folders above its libraries.
    private static string Runtime(string? running)
    {
        var name = Program("dotnet");
        if (running is not null && Path.GetFileName(running) == name)
            return running;
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }

    private static string Program(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;
}

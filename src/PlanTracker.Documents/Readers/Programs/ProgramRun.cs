using System.Diagnostics;
using System.Globalization;
using System.Text;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers.Programs;

/// <summary>How a program ended. Its own complaints are kept for telling a password from damage; they are shown to nobody.</summary>
internal sealed record ProgramEnd(int ExitCode, string Errors);

/// <summary>Runs a program of the system on a stranger's file: without a shell, in a folder of its own, told nothing of this process's environment,
/// under limits of time, memory, files and output. Linux keeps the limits of memory (prlimit) and, where it lets ordinary users do so, the network away
/// (a network namespace by unshare); elsewhere proxies that lead nowhere must do.</summary>
internal static class ProgramRun
{
    private const string Nowhere = "http://127.0.0.1:9";
    private const int MostErrors = 4096;

    // The names under which programs of the system find themselves and each other; all else of our environment stays with us.
    private static readonly string[] Passed = ["PATH", "SystemRoot", "TESSDATA_PREFIX"];

    private static readonly Lazy<bool> MayLeaveNetwork = new(static () => LeavesNetwork());

    /// <summary>Runs it to its end. <see cref="DiagnosticKind.ProgramMissing"/> where it is not installed, <see cref="DiagnosticKind.TookTooLong"/>
    /// past its time, <see cref="DiagnosticKind.TooLong"/> past its output, each by <see cref="UnreadableException"/>.</summary>
    /// <param name="read">Is handed the standard output while it comes; called only where there is at least one byte, and need not read to the end.</param>
    public static ProgramEnd Run(
        SystemProgram program, IReadOnlyList<string> arguments, WorkFolder folder, ProgramLimits limits, CancellationToken cancellation,
        Action<Stream>? read = null)
    {
        var file = program.Find() ?? throw new UnreadableException(DiagnosticKind.ProgramMissing, program.Package);
        return Run(Confined(program, file, arguments, limits), folder, limits, cancellation, read);
    }

    private static ProgramEnd Run(
        List<string> command, WorkFolder folder, ProgramLimits limits, CancellationToken cancellation, Action<Stream>? read)
    {
        cancellation.ThrowIfCancellationRequested();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(TimeSpan.FromSeconds(limits.Seconds));
        using var process = Start(command, folder);
        using var end = time.Token.Register(() => End(process));
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.BeginErrorReadLine();
        try
        {
            process.StandardInput.Close();
            Take(process.StandardOutput.BaseStream, limits, read);
            process.WaitForExit();
            time.Token.ThrowIfCancellationRequested();
            return new ProgramEnd(process.ExitCode, errors.ToString());
        }
        catch (Exception) when (time.IsCancellationRequested)
        {
            // Whatever the half of an answer led to, the reason is the time.
            throw new UnreadableException(DiagnosticKind.TookTooLong);
        }
        finally
        {
            End(process);
        }
    }

    private static void Take(Stream output, ProgramLimits limits, Action<Stream>? read)
    {
        using var bounded = new BoundedOutput(output, limits.MaxOutputBytes);
        if (read is not null && bounded.HasAny())
            read(bounded);
        bounded.ReadToEnd();
    }

    private static Process Start(List<string> command, WorkFolder folder)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            WorkingDirectory = folder.Path,
        };
        var passed = Passed.Select(static name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in passed.Where(static pair => pair.Value is { Length: > 0 }))
            start.Environment[name] = value;
        foreach (var name in (ReadOnlySpan<string>)["HOME", "TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR"])
            start.Environment[name] = folder.Path;
        foreach (var name in (ReadOnlySpan<string>)["http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"])
            start.Environment[name] = Nowhere;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return Process.Start(start)!;
    }

    private static List<string> Confined(SystemProgram program, string file, IReadOnlyList<string> arguments, ProgramLimits limits)
    {
        var command = new List<string>();
        if (program.CanFetch && MayLeaveNetwork.Value)
            command.AddRange([SystemProgram.FindOnPath("unshare")!, "--user", "--map-current-user", "--net", "--"]);
        if (OperatingSystem.IsLinux() && SystemProgram.FindOnPath("prlimit") is { } limiter)
        {
            command.AddRange([limiter, "--core=0", Number($"--cpu={limits.Seconds + 1}"), Number($"--fsize={(long)limits.MaxFileMegabytes << 20}")]);
            if (limits.MemoryMegabytes > 0)
                command.Add(Number($"--as={(long)limits.MemoryMegabytes << 20}"));
            command.Add("--");
        }
        return [.. command, file, .. arguments];
    }

    // Containers and hardened systems often forbid it to ordinary users: asked once, with a program that does nothing.
    private static bool LeavesNetwork()
    {
        if (!OperatingSystem.IsLinux() || SystemProgram.FindOnPath("unshare") is not { } unshare || SystemProgram.FindOnPath("true") is not { } nothing)
            return false;
        using var folder = new WorkFolder();
        var command = new List<string> { unshare, "--user", "--map-current-user", "--net", "--", nothing };
        return Run(command, folder, new ProgramLimits(5, 1024, 0), CancellationToken.None, null).ExitCode == 0;
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Keep(StringBuilder errors, string? line)
    {
        if (line is not null && errors.Length + line.Length < MostErrors)
            errors.Append(line).Append('\n');
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself in between.
        }
    }
}

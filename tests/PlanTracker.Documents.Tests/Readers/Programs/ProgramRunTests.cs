using System.Diagnostics;
using System.Text;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Documents.Readers.Programs;

namespace PlanTracker.Documents.Tests.Readers.Programs;

public sealed class ProgramRunTests
{
    private static readonly ProgramLimits Limits = new(Seconds: 20, MaxOutputBytes: 1 << 20, MemoryMegabytes: 512);
    private static readonly SystemProgram Shell = new("dash", "sh");

    [Fact]
    public void A_program_that_is_not_installed_is_named_by_its_package()
    {
        using var folder = new WorkFolder();
        var fault = Assert.Throws<UnreadableException>(() => ProgramRun.Run(
            new SystemProgram("the-package", "no-such-program", "nor-this"), [], folder, Limits, CancellationToken.None));

        Assert.Equal(new Diagnostic(DiagnosticKind.ProgramMissing, Words: "the-package"), fault.Diagnostic);
    }

    [Fact]
    public void It_runs_in_its_own_folder_and_is_told_nothing_of_ours()
    {
        Environment.SetEnvironmentVariable("PLANTRACKER_TEST_SECRET", "secret");
        using var folder = new WorkFolder();

        var said = Say("pwd; env", folder);

        Assert.StartsWith(folder.Path + "\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
        Assert.Contains($"HOME={folder.Path}\n", said, StringComparison.Ordinal);
        Assert.Contains("https_proxy=http://127.0.0.1:9\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_folder_is_gone_afterwards_and_was_for_its_owner_alone()
    {
        string path;
        using (var folder = new WorkFolder())
        {
            path = folder.Path;
            folder.Put("in.txt", "甲"u8);
            Assert.Equal("甲", Say("cat in.txt", folder));
            Assert.Equal("700\n", Say("stat -c %a .", folder));
        }

        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void Words_of_a_shell_are_only_words()
    {
        using var folder = new WorkFolder();
        var said = "";
        ProgramRun.Run(new SystemProgram("coreutils", "echo"), ["$(id)", "; id"], folder, Limits, CancellationToken.None, output => said = All(output));

        Assert.Equal("$(id) ; id\n", said);
    }

    [Fact]
    public void What_it_says_and_how_it_ends_is_handed_on()
    {
        using var folder = new WorkFolder();
        var end = ProgramRun.Run(Shell, ["-c", "echo 'Incorrect password' >&2; exit 3"], folder, Limits, CancellationToken.None, _ => Assert.Fail("no output"));

        Assert.Equal((3, "Incorrect password\n"), (end.ExitCode, end.Errors));
    }

    [Theory]
    [InlineData("yes", DiagnosticKind.TooLong)]
    [InlineData("while :; do :; done", DiagnosticKind.TookTooLong)]
    [InlineData("sleep 60 & wait", DiagnosticKind.TookTooLong)]
    public void Past_its_output_or_its_time_it_is_ended(string command, DiagnosticKind kind)
    {
        using var folder = new WorkFolder();
        var watch = Stopwatch.StartNew();
        var fault = Assert.Throws<UnreadableException>(() => ProgramRun.Run(
            Shell, ["-c", command], folder, Limits with { Seconds = 1, MemoryMegabytes = 0 }, CancellationToken.None, _ => { }));

        Assert.Equal(kind, fault.Diagnostic.Kind);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_reading_that_is_given_up_ends_its_program()
    {
        using var folder = new WorkFolder();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var fault = Assert.Throws<UnreadableException>(() => ProgramRun.Run(Shell, ["-c", "while :; do :; done"], folder, Limits, cancelled.Token));

        Assert.Equal(DiagnosticKind.TookTooLong, fault.Diagnostic.Kind);
    }

    [Fact]
    public void It_gets_no_more_memory_and_no_larger_files_than_allowed()
    {
        using var folder = new WorkFolder();
        var limits = Limits with { MemoryMegabytes = 100, MaxFileMegabytes = 1 };

        Assert.NotEqual(0, ProgramRun.Run(Shell, ["-c", "exec dd bs=200M count=1 if=/dev/zero of=/dev/null"], folder, limits, CancellationToken.None).ExitCode);
        ProgramRun.Run(Shell, ["-c", "head -c 3000000 /dev/zero > big"], folder, limits, CancellationToken.None);
        Assert.Equal(1 << 20, new FileInfo(Path.Combine(folder.Path, "big")).Length);
    }

    [Fact]
    public void A_program_that_could_fetch_still_runs()
    {
        using var folder = new WorkFolder();
        var said = "";
        ProgramRun.Run(Shell with { CanFetch = true }, ["-c", "echo here"], folder, Limits, CancellationToken.None, output => said = All(output));

        Assert.Equal("here\n", said);
    }

    private static string Say(string command, WorkFolder folder)
    {
        var said = "";
        Assert.Equal(0, ProgramRun.Run(Shell, ["-c", command], folder, Limits, CancellationToken.None, output => said = All(output)).ExitCode);
        return said;
    }

    private static string All(Stream output)
    {
        using var reader = new StreamReader(output, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

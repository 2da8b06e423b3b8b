using System.Text;
using PlanTracker.Documents;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Cli;

/// <summary>The command line: what was asked, for which files, and the exit status.</summary>
internal static class Commands
{
    public const int EveryFileRead = 0;
    public const int SomeFileUnreadable = 2;
    public const int WrongArguments = 64;
    public const int OutputClosed = 74;
    public const int Stopped = 130;

    private static readonly TimeSpan TimePerFile = TimeSpan.FromSeconds(20);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="cancellation">Somebody wants it to stop: no further file is begun, and of the one at hand nothing is printed.</param>
    public static int Run(string[] args, Stream output, TextWriter complaints, Func<string, string?> environment, CancellationToken cancellation = default)
    {
        var language = InterfaceLanguage.From(environment);
        if (args is ["--help" or "-h"])
        {
            Write(output, Usage.Of(language));
            return EveryFileRead;
        }
        if (Arguments.Read(args) is not { } arguments)
        {
            complaints.WriteLine(Usage.Of(language));
            return WrongArguments;
        }
        var status = EveryFileRead;
        foreach (var (file, read) in OpenAll(arguments.Files, cancellation))
        {
            if (cancellation.IsCancellationRequested)
            {
                complaints.WriteLine(Usage.Stopped(file, language));
                return Stopped;
            }
            if (read.Text is null)
            {
                status = SomeFileUnreadable;
                complaints.WriteLine($"{file}: {DiagnosticWording.Sentence(read.Draft.Diagnostics[0], language)}");
            }
            if (!Print(output, arguments.Form, file, read, language))
                return OutputClosed;
        }
        return status;
    }

    /// <summary>False where nobody takes the output any more, as behind `| head`.</summary>
    private static bool Print(Stream output, OutputForm form, string file, ReadDocument read, WordingLanguage language)
    {
        try
        {
            switch (form)
            {
                case OutputForm.Json:
                    InterchangeForm.Write(output, read.Draft);
                    break;
                case OutputForm.Text:
                    Write(output, read.Text is { } text ? text.Text + "\n" : "");
                    break;
                default:
                    Write(output, HumanForm.Of(file, read, language));
                    break;
            }
            output.Flush();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // As many at a time as there are processors, said in the order in which they were named; a few are read ahead, not all.
    private static IEnumerable<(string File, ReadDocument Read)> OpenAll(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        if (files.Count == 1)
        {
            yield return (files[0], Open(files[0], cancellation));
            yield break;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ahead = new Queue<(string File, Task<ReadDocument> Read)>();
        try
        {
            foreach (var file in files)
            {
                ahead.Enqueue((file, Task.Run(() => Open(file, stop.Token))));
                if (ahead.Count > 2 * Environment.ProcessorCount)
                    yield return Finished(ahead.Dequeue());
            }

            while (ahead.TryDequeue(out var last))
                yield return Finished(last);
        }
        finally
        {
            // What was read ahead and is not wanted any more ends its programs and clears its folders.
            stop.Cancel();
            Task.WaitAll(ahead.Select(static reading => reading.Read));
        }

        static (string, ReadDocument) Finished((string File, Task<ReadDocument> Read) reading) => (reading.File, reading.Read.GetAwaiter().GetResult());
    }

    private static ReadDocument Open(string file, CancellationToken cancellation)
    {
        var limits = ReadingLimits.Default;
        byte[] bytes;
        try
        {
            using var stream = File.OpenRead(file);
            if (stream.Length > limits.MaxBytes)
                return ReadDocument.Unreadable(DocumentReader.TooLarge(limits));
            bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return ReadDocument.Unreadable(new Diagnostic(DiagnosticKind.CannotOpen));
        }
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(TimePerFile);
        return ReadDocument.Read(bytes, limits, timeout.Token, new PageByPage(timeout, TimePerFile + TimeSpan.FromSeconds(limits.SecondsPerScannedPage)));
    }

    // A page that has to be recognized has a time of its own.
    private sealed class PageByPage(CancellationTokenSource timeout, TimeSpan time) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => timeout.CancelAfter(time);
    }

    private static void Write(Stream output, string text) => output.Write(Utf8.GetBytes(text));
}

using System.Diagnostics;
using System.Globalization;
using PlanTracker.Documents;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain;

namespace PlanTracker.Web.Reading;

/// <summary>Reads uploads in a process of their own, one each, under limits of time, heap and output. Whatever becomes of that process there is an
/// answer: a draft, or one complaint.</summary>
public sealed partial class DocumentReading(ReadingOptions options, ILogger<DocumentReading> log) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.AtOnce);

    // Who only hands in a file need not wait for somebody's sixty scanned pages.
    private readonly SemaphoreSlim quickPlaces = new(options.AtOnce);
    private readonly Lock gate = new();
    private Process? ready;
    private bool closed;

    /// <param name="progress">Is told which page is being recognized, of a file whose pages are pictures.</param>
    public Task<ReadDocument> Read(ReadOnlyMemory<byte> file, CancellationToken cancellation, IProgress<ReadingProgress>? progress = null) =>
        Read(file, "", progress, cancellation);

    /// <summary>Whether a mark of secrecy stands at the head of a file, or of one that is packed in it. Pictures show theirs to people alone, and so do files that
    /// cannot be read.</summary>
    public async Task<bool> IsMarkedSecret(ReadOnlyMemory<byte> file, CancellationToken cancellation) =>
        (await Read(file, ReadingChild.MarkAlone, null, cancellation)).Draft.Diagnostics.Any(x => x.Kind == DiagnosticKind.MarkedSecret);

    /// <summary>The first table of a register or form, by the heads of its columns. What is packed is unpacked in the other process; text with separators is
    /// taken apart here, where it can do no more than be long, and how long is limited.</summary>
    public async Task<Outcome<NamedTable>> ReadTable(ReadOnlyMemory<byte> file, CancellationToken cancellation, params IReadOnlyList<string> needed)
    {
        if (!NamedTable.IsWorkbook(file) || file.Length > NamedTable.MostBytes)
            return NamedTable.Read(file, needed);
        var read = await Read(file, ReadingChild.TextOnly, null, cancellation);
        if (read.Text is { } workbook)
            return NamedTable.Read(workbook, needed);
        return read.Draft.Diagnostics.Any(x => x.Kind == DiagnosticKind.MarkedSecret) ? RefusalKind.FileMarkedSecret : RefusalKind.UnreadableFile;
    }

    private async Task<ReadDocument> Read(
        ReadOnlyMemory<byte> file, string manner, IProgress<ReadingProgress>? progress, CancellationToken cancellation)
    {
        if (file.Length > options.MaxBytes)
            return ReadDocument.Unreadable(DocumentReader.TooLarge(options.Limits));
        var place = manner.Length > 0 ? quickPlaces : places;
        await place.WaitAsync(cancellation);
        try
        {
            using var child = manner.Length > 0 ? Start(manner) : Take();
            return await Ask(child, file, progress, cancellation);
        }
        finally
        {
            place.Release();
        }
    }

    /// <summary>Starts a process ahead, when somebody is about to upload.</summary>
    public void MakeReady()
    {
        lock (gate)
        {
            if (closed || ready is { HasExited: false })
                return;
            ready?.Dispose();
            ready = Start("ahead");
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            if (ready is not null)
                End(ready);
            ready?.Dispose();
            ready = null;
        }

        places.Dispose();
        quickPlaces.Dispose();
    }

    private Process Take()
    {
        lock (gate)
        {
            var child = ready;
            ready = null;
            if (child is { HasExited: false })
                return child;
            child?.Dispose();
        }

        return Start("");
    }

    private async Task<ReadDocument> Ask(Process child, ReadOnlyMemory<byte> file, IProgress<ReadingProgress>? progress, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // The process itself stops in time; this is for one that cannot.
        limit.CancelAfter(TimeSpan.FromSeconds(options.Seconds + 2));
        await using var end = limit.Token.Register(() => End(child));
        var pages = new PagesTold(options, limit, progress);
        child.ErrorDataReceived += pages.Hear;
        child.BeginErrorReadLine();
        try
        {
            await using (var input = child.StandardInput.BaseStream)
                await input.WriteAsync(file, limit.Token);
            await using var answer = new BoundedAnswer(child.StandardOutput.BaseStream, options.MaxAnswerBytes);
            if (await ReadingProtocol.ReadAsync(answer, limit.Token) is { } read)
                return read;
        }
        catch (IOException)
        {
            // It ended early, or said too much.
        }
        catch (OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
        }
        finally
        {
            child.ErrorDataReceived -= pages.Hear;
            End(child);
        }

        if (limit.IsCancellationRequested)
            return ReadDocument.Unreadable(new Diagnostic(DiagnosticKind.TookTooLong));
        LogNoAnswer();
        return ReadDocument.Unreadable(new Diagnostic(DiagnosticKind.Damaged));
    }

    private Process Start(string manner)
    {
        var (program, first) = ChildProgram.Find();
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var argument in first)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("read");
        start.ArgumentList.Add(options.Seconds.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(options.MaxBytes.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(options.ScannedPages.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(options.SecondsPerScannedPage.ToString(CultureInfo.InvariantCulture));
        if (manner.Length > 0)
            start.ArgumentList.Add(manner);

        // Who reads strangers' files needs to know nothing of ours: no connection strings, no keys.
        foreach (var name in start.Environment.Keys.Where(name => !ChildProgram.MayPass(name)).ToList())
            start.Environment.Remove(name);
        if (options.ProgramFolders is { } folders)
            start.Environment["PATH"] = folders;
        start.Environment["DOTNET_GCHeapHardLimit"] = ((long)options.HeapMegabytes << 20).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(start)!;
    }

    private static void End(Process child)
    {
        try
        {
            if (!child.HasExited)
                child.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in between.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The process that reads uploads gave no answer")]
    private partial void LogNoAnswer();
}

using System.Globalization;
using System.Xml;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Csv;
using PlanTracker.Documents.Readers.Doc;
using PlanTracker.Documents.Readers.Docx;
using PlanTracker.Documents.Readers.Html;
using PlanTracker.Documents.Readers.Markdown;
using PlanTracker.Documents.Readers.Ofd;
using PlanTracker.Documents.Readers.Ole;
using PlanTracker.Documents.Readers.Package;
using PlanTracker.Documents.Readers.Pdf;
using PlanTracker.Documents.Readers.Rtf;
using PlanTracker.Documents.Readers.Scans;
using PlanTracker.Documents.Readers.Text;
using PlanTracker.Documents.Readers.Xls;
using PlanTracker.Documents.Readers.Xlsx;
using PlanTracker.Documents.Readers.Zip;

namespace PlanTracker.Documents.Readers;

/// <summary>Bytes in, one shape out. The format is told by the bytes, never by a name; whatever the bytes are, the answer is a document or a
/// complaint, and nothing is thrown, opened, fetched or evaluated on the way.</summary>
public static class DocumentReader
{
    /// <summary>A cancelled token ends the reading with <see cref="DiagnosticKind.TookTooLong"/>.</summary>
    public static Reading Read(
        ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation = default, IProgress<ReadingProgress>? progress = null) =>
        Read(() => file.Length > limits.MaxBytes ? TooLarge(limits) : ReadAs(FileSignature.Of(file.Span), file, limits, progress, cancellation));

    /// <summary>One document whose pages came as a picture each.</summary>
    internal static Reading ReadPictures(
        IReadOnlyList<ReadOnlyMemory<byte>> pages, ReadingLimits limits, IProgress<ReadingProgress>? progress, CancellationToken cancellation) =>
        Read(() => limits.MarkAlone ? DiagnosticKind.IsPicture : PictureReader.Read(pages, limits, progress, cancellation));

    private static Reading Read(Func<Reading> reading)
    {
        Reading? read = null;
        var complaint = Complaint(() => read = reading());
        if (complaint is not null)
            return complaint;
        return read?.Document is { } document && SecrecyMark.StandsAtTheHeadOf(document) ? DiagnosticKind.MarkedSecret : read!;
    }

    /// <summary>What is packed into one file, or why it could not be taken out; null where the file is one document itself.</summary>
    internal static (ArchiveContent? Content, Diagnostic? Complaint) Enclosed(
        ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation)
    {
        ArchiveContent? content = null;
        var complaint = file.Length > limits.MaxBytes ? null : Complaint(() => content = DocumentArchive.Open(file, limits, cancellation));
        return (content, complaint);
    }

    private static Diagnostic? Complaint(Action reading)
    {
        try
        {
            reading();
            return null;
        }
        catch (UnreadableException complaint)
        {
            return complaint.Diagnostic;
        }
        catch (OperationCanceledException)
        {
            return new Diagnostic(DiagnosticKind.TookTooLong);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or EndOfStreamException)
        {
            return new Diagnostic(DiagnosticKind.Damaged);
        }
    }

    /// <summary>The complaint of a file over <see cref="ReadingLimits.MaxBytes"/>, for those who need not even load it.</summary>
    public static Diagnostic TooLarge(ReadingLimits limits) => new(DiagnosticKind.TooLong, Words: Size(limits.MaxBytes));

    internal static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1 << 20)} MB");

    private static Reading ReadAs(
        FileContent content, ReadOnlyMemory<byte> file, ReadingLimits limits, IProgress<ReadingProgress>? progress, CancellationToken cancellation) =>
        content switch
        {
            FileContent.Nothing => DiagnosticKind.EmptyFile,
            FileContent.Picture when limits.MarkAlone => DiagnosticKind.IsPicture,
            FileContent.Picture => PictureReader.Read([file], limits, progress, cancellation),
            FileContent.EncryptedOffice => DiagnosticKind.PasswordProtected,
            FileContent.Pdf => PdfReader.Read(file.Span, mentionsEncryption: false, limits, progress, cancellation),

            // Many only forbid changes: whether words can be read without the password shows in trying.
            FileContent.EncryptedPdf => PdfReader.Read(file.Span, mentionsEncryption: true, limits, progress, cancellation),
            FileContent.TruncatedPdf => DiagnosticKind.Damaged,
            FileContent.OldestWord => DiagnosticKind.OutdatedFormat,
            FileContent.Zip => ReadPackage(file, limits, cancellation),
            FileContent.Compound => ReadCompound(file, limits, cancellation),
            FileContent.Markup => HtmlReader.Read(file.Span, limits, cancellation),
            FileContent.RichText => RtfReader.Read(file, limits, cancellation),
            FileContent.PlainText => ReadText(file, limits, cancellation),
            _ => DiagnosticKind.UnknownFormat,
        };

    private static Reading ReadText(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation)
    {
        var text = TextDecoding.Decode(file.Span, TextDecoding.Detect(file.Span));
        if (text.Length > limits.MaxCharacters)
            return new Diagnostic(DiagnosticKind.TooLong, Words: limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
        cancellation.ThrowIfCancellationRequested();
        if (MarkdownReader.IsMarkdown(text))
            return MarkdownReader.Read(text, limits, cancellation);
        return CsvReader.Read(text, limits, cancellation) ?? PlainTextReader.Read(text, limits);
    }

    private static Reading ReadCompound(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation)
    {
        var compound = CompoundFile.Open(file);
        if (compound.Has("WordDocument"))
            return DocReader.Read(compound, limits, cancellation);
        return XlsReader.StreamOf(compound) is { } workbook ? XlsReader.Read(workbook, limits, cancellation) : DiagnosticKind.UnknownFormat;
    }

    private static Reading ReadPackage(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation)
    {
        using var package = OfficePackage.Open(file, limits, cancellation);
        return package.Kind switch
        {
            PackageKind.Word => DocxReader.Read(package, limits, cancellation),
            PackageKind.Spreadsheet => XlsxReader.Read(package, limits, cancellation),
            _ when package.Has(OfdReader.MainPart) => OfdReader.Read(package, limits, cancellation),
            _ => DiagnosticKind.UnknownFormat,
        };
    }
}

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
using PlanTracker.Documents.Readers.Text;
using PlanTracker.Documents.Readers.Xls;
using PlanTracker.Documents.Readers.Xlsx;

namespace PlanTracker.Documents.Readers;

/// <summary>Bytes in, one shape out. The format is told by the bytes, never by a name; whatever the bytes are, the answer is a document or a
/// complaint, and nothing is thrown, opened, fetched or evaluated on the way.</summary>
public static class DocumentReader
{
    /// <summary>A cancelled token ends the reading with <see cref="DiagnosticKind.TookTooLong"/>.</summary>
    public static Reading Read(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation = default)
    {
        try
        {
            if (file.Length > limits.MaxBytes)
                return TooLarge(limits);
            var reading = ReadAs(FileSignature.Of(file.Span), file, limits, cancellation);
            return reading.Document is { } document && SecrecyMark.StandsAtTheHeadOf(document) ? DiagnosticKind.MarkedSecret : reading;
        }
        catch (UnreadableException complaint)
        {
            return complaint.Diagnostic;
        }
        catch (OperationCanceledException)
        {
            return DiagnosticKind.TookTooLong;
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or EndOfStreamException)
        {
            return DiagnosticKind.Damaged;
        }
    }

    /// <summary>The complaint of a file over <see cref="ReadingLimits.MaxBytes"/>, for those who need not even load it.</summary>
    public static Diagnostic TooLarge(ReadingLimits limits) => new(DiagnosticKind.TooLong, Words: Size(limits.MaxBytes));

    internal static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1 << 20)} MB");

    private static Reading ReadAs(FileContent content, ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation) =>
        content switch
        {
            FileContent.Nothing => DiagnosticKind.EmptyFile,
            FileContent.Picture => DiagnosticKind.IsPicture,
            FileContent.EncryptedOffice => DiagnosticKind.PasswordProtected,
            FileContent.Pdf => PdfReader.Read(file.Span, mentionsEncryption: false, limits, cancellation),

            // Many only forbid changes: whether words can be read without the password shows in trying.
            FileContent.EncryptedPdf => PdfReader.Read(file.Span, mentionsEncryption: true, limits, cancellation),
            FileContent.TruncatedPdf => DiagnosticKind.Damaged,
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

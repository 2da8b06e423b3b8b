using PlanTracker.Documents.Readers.Programs;

namespace PlanTracker.Documents.Readers.Pdf;

/// <summary>The programs that open PDF files.</summary>
internal static class Popplers
{
    public static SystemProgram PdfToText { get; } = new("poppler-utils", "pdftotext");
    public static SystemProgram PdfToPpm { get; } = new("poppler-utils", "pdftoppm");
}

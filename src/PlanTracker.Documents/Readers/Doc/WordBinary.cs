using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Ole;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>The streams of a Word 97–2003 document and the table of contents at their head. [MS-DOC] 2.5.</summary>
internal sealed class WordBinary
{
    private const int FirstNumberOfCharacters = 0x4C;
    private const int FirstPlaceOfTable = 154;
    private const int Signature = 0xA5EC;
    private const int OldSignature = 0xA5DC;
    private const int Word97 = 0xC1;

    private readonly Bytes table;

    public WordBinary(CompoundFile file)
    {
        Document = file.Stream("WordDocument") ?? throw new InvalidDataException("No document.");
        var version = Document.U16(2);
        if (Document.U16(0) is not (Signature or OldSignature))
            throw new InvalidDataException("No Word document.");
        var flags = Document.U16(0x0A);
        if ((flags & 0x0100) != 0)
            throw new UnreadableException(DiagnosticKind.PasswordProtected);
        if (Document.U16(0) == OldSignature || version < Word97)
            throw new UnreadableException(DiagnosticKind.OutdatedFormat);
        table = file.Stream((flags & 0x0200) != 0 ? "1Table" : "0Table") ?? throw new InvalidDataException("No table stream.");
        Data = file.Stream("Data") ?? default;
    }

    public Bytes Document { get; }

    /// <summary>Where properties too long for their page stand.</summary>
    public Bytes Data { get; }

    /// <summary>Numbers of characters of the parts of a document, in the order in which they follow one another.</summary>
    public int CharactersOf(TextPart part) => Math.Max(0, Document.I32(FirstNumberOfCharacters + (4 * (int)part)));

    /// <summary>A table by its place in the list of all; empty where the document has none.</summary>
    public Bytes Table(int index)
    {
        var at = FirstPlaceOfTable + (8 * index);
        var (place, length) = (Document.U32(at), Document.U32(at + 4));
        return length == 0 ? default : table.Slice(place, length);
    }

    /// <summary>All that stands at a table's place and behind it: what belongs to some tables follows them uncounted.</summary>
    public Bytes TableAndBehind(int index)
    {
        var at = FirstPlaceOfTable + (8 * index);
        return Document.U32(at + 4) == 0 ? default : table.SliceUpTo(Document.U32(at), table.Length);
    }
}

internal enum TextPart
{
    Main,
    Footnotes,
    Headers,
    Macros,
    Comments,
    Endnotes,
    TextBoxes,
}

/// <summary>Places in the list of tables.</summary>
internal static class WordTable
{
    public const int Styles = 1;
    public const int CharacterRuns = 12;
    public const int ParagraphRuns = 13;
    public const int Pieces = 33;
    public const int Lists = 73;
    public const int ListOverrides = 74;
}

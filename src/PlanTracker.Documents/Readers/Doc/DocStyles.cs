using System.Globalization;
using PlanTracker.Documents.Readers.Docx;
using PlanTracker.Documents.Readers.Ole;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>The style sheet. Styles are named by their places in it. [MS-DOC] 2.9.271, 2.9.258.</summary>
internal static class DocStyles
{
    private const int MostStyles = 5_000;
    private const int NoBase = 0xFFF;
    private const int OfParagraphs = 1;
    private const int OfCharacters = 2;

    public static string Name(int place) => place.ToString(CultureInfo.InvariantCulture);

    public static DocxStyles Read(WordBinary word)
    {
        var styles = new DocxStyles();
        var sheet = word.Table(WordTable.Styles);
        if (sheet.Length == 0)
            return styles;
        var head = sheet.U16(0);
        var count = Math.Min(sheet.U16(2), MostStyles);
        var baseSize = sheet.U16(4);
        var at = 2 + head;
        for (var place = 0; place < count && at + 2 <= sheet.Length; place++)
        {
            var size = sheet.U16(at);
            if (size > baseSize)
                styles.Add(ReadStyle(sheet.SliceUpTo(at + 2, size), baseSize, place), isDefault: place == 0);
            at += 2 + size;
        }
        return styles;
    }

    private static DocxStyle ReadStyle(Bytes style, int baseSize, int place)
    {
        var builtIn = style.U16(0) & 0x0FFF;
        var (kind, basedOn) = (style.U16(2) & 0x0F, style.U16(2) >> 4);
        var count = style.U16(4) & 0x0F;
        var at = baseSize;
        at += 2 + (2 * style.U16(at)) + 2;
        var paragraph = new ParagraphProperties();
        bool? bold = null, hidden = null;
        for (var i = 0; i < count && at + 2 <= style.Length; i++)
        {
            at += at & 1;
            var length = style.U16(at);
            var changes = style.SliceUpTo(at + 2, length);
            at += 2 + length;
            if (kind == OfParagraphs && i == 0)
                paragraph = DocProperties.OfParagraph(changes.SliceUpTo(2, changes.Length), default);
            else if ((kind == OfParagraphs && i == 1) || (kind == OfCharacters && i == 0))
                (bold, hidden) = (DocProperties.OfRun(changes).Bold, DocProperties.OfRun(changes).Hidden);
        }
        var name = builtIn is >= 1 and <= 9 ? "heading " + Name(builtIn) : "";
        return new DocxStyle(Name(place), name, basedOn == NoBase || basedOn == place ? null : Name(basedOn), paragraph, bold, hidden);
    }
}

using System.Globalization;
using System.Text;

namespace PlanTracker.Documents.Tests.Readers.Pdf;

/// <summary>Writes small PDF files: words at places, ruled lines. Places are points from the upper left corner; y is the words' baseline. The font is named, not
/// embedded, as Chinese offices' programs often do: squares are one size wide, letters and digits half of it.</summary>
internal sealed class PdfFile(double width = 595, double height = 842)
{
    private readonly List<StringBuilder> pages = [];
    private readonly Dictionary<int, int> turns = [];
    private double[]? turned;

    public PdfFile Page()
    {
        pages.Add(new StringBuilder());
        turned = null;
        return this;
    }

    /// <summary>A sheet that was put in sideways: what is drawn lies on it as on a page turned by so many degrees clockwise, which the file says or keeps to
    /// itself.</summary>
    public PdfFile TurnedPage(int degrees, bool said)
    {
        Page();
        if (said)
            turns[pages.Count - 1] = degrees;

        // Undoes the turn, so that the page shows upright where the program heeds it.
        turned = degrees switch
        {
            90 => [0, 1, -1, 0, width, 0],
            180 => [-1, 0, 0, -1, width, height],
            270 => [0, -1, 1, 0, 0, height],
            _ => null,
        };
        if (turned is not null)
            Draw($"{turned[0]} {turned[1]} {turned[2]} {turned[3]} {turned[4]} {turned[5]} cm\n");
        return this;
    }

    public PdfFile Words(double x, double y, string text, double size = 16)
    {
        var hex = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
        return Draw($"BT /F1 {size} Tf 1 0 0 1 {x} {Up(y)} Tm <{hex}> Tj ET\n");
    }

    public PdfFile Line(double x1, double y1, double x2, double y2) => Draw($"0.5 w {x1} {Up(y1)} m {x2} {Up(y2)} l S\n");

    /// <summary>A border as other programs draw it: a filled rectangle half a point wide.</summary>
    public PdfFile Bar(double x, double y, double w, double h) => Draw($"{x} {Up(y) - h} {w} {h} re f\n");

    /// <summary>Sets a paragraph in lines of some squares each, first line indented by two, and gives the baseline behind it.</summary>
    public double Paragraph(double x, double y, string text, int squares, double size = 16, double leading = 26, double indent = 2)
    {
        var line = "";
        var room = squares - indent;
        foreach (var c in text)
        {
            var wide = c < 128 ? 0.5 : 1;
            if (room < wide)
            {
                Words(x + (indent * size), y, line, size);
                (line, room, y, indent) = ("", squares, y + leading, 0);
            }
            line += c;
            room -= wide;
        }
        Words(x + (indent * size), y, line, size);
        return y + leading;
    }

    /// <summary>A grid of full lines.</summary>
    public PdfFile Grid(double[] xs, double[] ys)
    {
        foreach (var y in ys)
            Line(xs[0], y, xs[^1], y);
        foreach (var x in xs)
            Line(x, ys[0], x, ys[^1]);
        return this;
    }

    public byte[] Build()
    {
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select(static (_, i) => $"{6 + (2 * i)} 0 R"))}]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
                + "/FontDescriptor 5 0 R/DW 1000/W[1 95 500 814 939 500]>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
        };
        for (var i = 0; i < pages.Count; i++)
        {
            objects.Add(string.Create(CultureInfo.InvariantCulture,
                $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Rotate {turns.GetValueOrDefault(i)}/Resources<</Font<</F1 3 0 R>>>>/Contents {7 + (2 * i)} 0 R>>"));
            objects.Add($"<</Length {pages[i].Length}>>\nstream\n{pages[i]}endstream");
        }
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    // A page that lies on its side is as high as the sheet is wide.
    private double Up(double y) => (turned is [0, ..] ? width : height) - y;

    private PdfFile Draw(FormattableString words)
    {
        pages[^1].Append(words.ToString(CultureInfo.InvariantCulture));
        return this;
    }
}

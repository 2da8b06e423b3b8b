using System.Globalization;
using System.Text;

namespace PlanTracker.Documents.Tests.Readers;

/// <summary>OFD documents of A4 pages, built from the markup of their objects.</summary>
internal static class OfdFiles
{
    public const double Size = 5.5;
    public const double Left = 28;
    private const string Name = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    /// <param name="pages">The objects of each page; null for a page whose part is missing.</param>
    /// <param name="template">Objects that are printed on every page.</param>
    /// <param name="more">Further parts.</param>
    public static byte[] Ofd(string?[] pages, string? template = null, params (string Name, string Content)[] more)
    {
        var parts = new List<(string Name, string Content)>
        {
            ("OFD.xml", $"<ofd:OFD {Name}><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
        };
        var list = new StringBuilder();
        for (var i = 0; i < pages.Length; i++)
        {
            list.Append(CultureInfo.InvariantCulture, $"<ofd:Page ID=\"{i + 10}\" BaseLoc=\"Pages/Page_{i}/Content.xml\"/>");
            if (pages[i] is { } objects)
                parts.Add(($"Doc_0/Pages/Page_{i}/Content.xml", Page(objects)));
        }
        var heads = template is null ? "" : "<ofd:TemplatePage ID=\"3\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>";
        if (template is not null)
            parts.Add(("Doc_0/Tpls/Tpl_0/Content.xml", Page(template)));
        parts.Add(("Doc_0/Document.xml",
            $"<ofd:Document {Name}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{heads}</ofd:CommonData>"
            + $"<ofd:Pages>{list}</ofd:Pages></ofd:Document>"));
        return OfficeFiles.Zip([.. parts, .. more]);
    }

    /// <summary>A line of text that begins so many squares right of the margin, on a row of 22.</summary>
    public static string Line(int row, double indent, string words, string attributes = "") =>
        Text(Left + (indent * Size), 37 + (row * 10), words, attributes: attributes);

    public static string Text(double x, double y, string words, string? deltas = null, string attributes = "") =>
        string.Create(CultureInfo.InvariantCulture,
            $"<ofd:TextObject ID=\"1\" Boundary=\"{x:0.###} {y:0.###} 150 7\" Font=\"2\" Size=\"{Size}\"{attributes}>"
            + $"<ofd:TextCode X=\"0\" Y=\"4.8\" DeltaX=\"{deltas ?? $"g {words.Length} {Size}"}\">{words}</ofd:TextCode></ofd:TextObject>");

    /// <summary>A ruled line from corner to corner.</summary>
    public static string Rule(double x, double y, double toX, double toY) => string.Create(CultureInfo.InvariantCulture,
        $"<ofd:PathObject ID=\"1\" Boundary=\"{x} {y} 160 200\" LineWidth=\"0.3\"><ofd:AbbreviatedData>M 0 0 L {toX - x} {toY - y}</ofd:AbbreviatedData></ofd:PathObject>");

    private static string Page(string objects) =>
        $"<ofd:Page {Name}><ofd:Content><ofd:Layer ID=\"1\">{objects}</ofd:Layer></ofd:Content></ofd:Page>";
}

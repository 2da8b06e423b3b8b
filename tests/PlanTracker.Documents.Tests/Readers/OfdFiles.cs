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
        var resources = string.Concat(more.Where(static part => part.Name.EndsWith("Res.xml", StringComparison.Ordinal) && !part.Name.Contains("Pages", StringComparison.Ordinal))
            .Select(static part => $"<ofd:DocumentRes>{part.Name["Doc_0/".Length..]}</ofd:DocumentRes>"));
        parts.Add(("Doc_0/Document.xml",
            $"<ofd:Document {Name}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{resources}{heads}</ofd:CommonData>"
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

    /// <summary>Places an object of the resources.</summary>
    public static string Placed(double x, double y, int id, string attributes = "") => string.Create(CultureInfo.InvariantCulture,
        $"<ofd:CompositeObject ID=\"9\" Boundary=\"{x} {y} 150 150\" ResourceID=\"{id}\"{attributes}/>");

    /// <summary>A part with objects that pages may place, numbered from 50.</summary>
    public static string Resources(params string[] units) =>
        $"<ofd:Res {Name} BaseLoc=\"Res\"><ofd:CompositeGraphicUnits>{string.Concat(units.Select(static (objects, i) => Unit(50 + i, objects)))}"
        + "</ofd:CompositeGraphicUnits></ofd:Res>";

    private static string Unit(int id, string objects) =>
        $"<ofd:CompositeGraphicUnit ID=\"{id}\" Width=\"150\" Height=\"150\"><ofd:Content>{objects}</ofd:Content></ofd:CompositeGraphicUnit>";

    private static string Page(string objects) =>
        $"<ofd:Page {Name}><ofd:Content><ofd:Layer ID=\"1\">{objects}</ofd:Layer></ofd:Content></ofd:Page>";
}

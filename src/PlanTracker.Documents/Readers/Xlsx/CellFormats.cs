using System.Globalization;
using System.Xml;
using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers.Xlsx;

/// <summary>styles.xml as far as it says how a number is shown.</summary>
internal sealed class CellFormats
{
    private const double DaysUpTo1904 = 1462;

    private readonly Dictionary<int, string> codes = [];
    private readonly List<int> cellFormats = [];
    private readonly Dictionary<int, NumberFormat> known = [];

    /// <summary>Days are counted from 1904 on, as older programs for other machines did.</summary>
    public bool Dates1904 { get; set; }

    public static CellFormats Read(OfficePackage package, string? part, bool dates1904)
    {
        var formats = new CellFormats { Dates1904 = dates1904 };
        using var reader = part is null ? null : package.OpenXml(part);
        var inCellFormats = false;
        while (reader is not null && reader.Read())
        {
            if (reader.LocalName == "cellXfs")
                inCellFormats = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "numFmt" && Number(reader, "numFmtId") is { } id)
                formats.AddCode(id, reader.GetAttribute("formatCode") ?? "");
            else if (reader.LocalName == "xf" && inCellFormats)
                formats.AddCell(Number(reader, "numFmtId") ?? 0);
        }
        return formats;
    }

    public void AddCode(int id, string code) => codes[id] = code;

    /// <summary>The next format of cells, by the id of its code.</summary>
    public void AddCell(int id) => cellFormats.Add(id);

    public string Show(string value, int style) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Show(number, style) : value;

    /// <summary>What the cell shows: a day as yyyy-MM-dd, a month as 2026年6月, a share with its %, any other number plain.</summary>
    public string Show(double number, int style)
    {
        if (!double.IsFinite(number))
            return "";
        var format = FormatOf(style);
        if (!format.IsDate)
            return format.ShowNumber(number);
        var serial = Dates1904 ? number + DaysUpTo1904 : number;
        // 2958465 is the last day of the year 9999.
        return serial is >= 0 and < 2958466 ? format.ShowDate(serial) : NumberFormat.Plain(number);
    }

    private NumberFormat FormatOf(int style)
    {
        var id = style >= 0 && style < cellFormats.Count ? cellFormats[style] : 0;
        if (!known.TryGetValue(id, out var format))
            known[id] = format = codes.TryGetValue(id, out var code) ? NumberFormat.Of(code) : NumberFormat.BuiltIn(id);
        return format;
    }

    private static int? Number(XmlReader reader, string name) =>
        int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

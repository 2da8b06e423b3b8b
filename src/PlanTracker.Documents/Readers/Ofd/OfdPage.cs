using System.Globalization;
using System.Xml;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Package;
using PlanTracker.Documents.Readers.Pages;

namespace PlanTracker.Documents.Readers.Ofd;

/// <summary>Words and ruled lines of one page.</summary>
internal sealed class OfdPage
{
    /// <summary>Points in a millimetre.</summary>
    public const double Point = 72 / 25.4;

    private const int MostObjects = 500_000;

    private const int MostUnits = 20_000;

    // One may hold another, and a hostile one itself.
    private const int MostUnitsDeep = 8;

    private readonly OfficePackage package;
    private readonly string part;
    private readonly OfdUnits units;
    private readonly ReadingLimits limits;
    private readonly CancellationToken cancellation;
    private readonly List<PageWord> words = [];
    private readonly List<Rule> rules = [];
    private (double Width, double Height) size;
    private int objects;
    private int placed;
    private int depth;
    private long characters;

    private OfdPage(
        OfficePackage package, string part, OfdUnits units, (double Width, double Height) size, ReadingLimits limits, CancellationToken cancellation) =>
        (this.package, this.part, this.units, this.size, this.limits, this.cancellation) = (package, part, units, size, limits, cancellation);

    /// <summary>Null where there is no such part.</summary>
    public static PrintedPage? Read(
        OfficePackage package, string part, int number, OfdDocument document, ReadingLimits limits, CancellationToken cancellation)
    {
        using var reader = package.OpenXml(part);
        if (reader is null)
            return null;
        var page = new OfdPage(package, part, document.Units, document.Size, limits, cancellation);
        page.ReadParts(reader, OfdMatrix.None);
        return new PrintedPage(number, page.size.Width * Point, page.size.Height * Point, page.words) { Rules = page.rules };
    }

    private void ReadParts(XmlReader reader, OfdMatrix outer)
    {
        package.CheckDepth(reader);
        foreach (var child in reader.Children())
        {
            switch (child)
            {
                case "PhysicalBox":
                    size = OfdValues.Size(ElementWords.Of(reader)) ?? size;
                    break;
                case "Area" or "Content" or "Layer" or "PageBlock":
                    ReadParts(reader, outer);
                    break;
                case "PageRes":
                    units.Expect(OfficePackage.Resolve(part, ElementWords.Of(reader).Trim()));
                    break;
                case "CompositeObject" when IsSeen(reader):
                    ReadUnit(reader.GetAttribute("ResourceID"), MatrixOf(reader).Then(outer));
                    break;
                case "TextObject" when IsSeen(reader):
                    ReadText(reader, MatrixOf(reader).Then(outer));
                    break;
                case "PathObject" when IsSeen(reader):
                    ReadPath(reader, MatrixOf(reader).Then(outer));
                    break;
            }
        }
    }

    private void ReadUnit(string? id, OfdMatrix outer)
    {
        using var unit = units.Open(id);
        if (unit is null)
            return;
        if (++placed > MostUnits)
            throw new UnreadableException(DiagnosticKind.TooManyParts, MostUnits.ToString(CultureInfo.InvariantCulture));
        if (++depth > MostUnitsDeep)
            throw new UnreadableException(DiagnosticKind.TooDeep, MostUnitsDeep.ToString(CultureInfo.InvariantCulture));
        ReadParts(unit, outer);
        depth--;
    }

    private bool IsSeen(XmlReader reader)
    {
        cancellation.ThrowIfCancellationRequested();
        if (++objects > MostObjects)
            throw new UnreadableException(DiagnosticKind.TooManyParts, MostObjects.ToString(CultureInfo.InvariantCulture));
        return reader.GetAttribute("Visible") is not ("false" or "0");
    }

    private static OfdMatrix MatrixOf(XmlReader reader) => OfdMatrix.Of(reader.GetAttribute("CTM"), reader.GetAttribute("Boundary"));

    private void ReadText(XmlReader reader, OfdMatrix matrix)
    {
        var text = new OfdText(matrix, OfdValues.Number(reader.GetAttribute("Size")) ?? 3.5, OfdValues.Number(reader.GetAttribute("HScale")) ?? 1);
        foreach (var child in reader.Children())
        {
            if (child != "TextCode")
                continue;
            var (x, y) = (OfdValues.Number(reader.GetAttribute("X")), OfdValues.Number(reader.GetAttribute("Y")));
            var (across, down) = (reader.GetAttribute("DeltaX"), reader.GetAttribute("DeltaY"));
            var letters = ElementWords.Of(reader);
            if ((characters += letters.Length) > limits.MaxCharacters)
                throw new UnreadableException(DiagnosticKind.TooLong, limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
            if (matrix.IsLevel)
                text.Add(letters, x, y, OfdValues.Deltas(across, letters.Length), OfdValues.Deltas(down, letters.Length), words);
        }
    }

    private void ReadPath(XmlReader reader, OfdMatrix matrix)
    {
        var stroked = reader.GetAttribute("Stroke") is not ("false" or "0");
        var filled = reader.GetAttribute("Fill") is "true" or "1";
        foreach (var child in reader.Children())
        {
            if (child == "AbbreviatedData" && (stroked || filled))
                OfdPath.AddRules(ElementWords.Of(reader), matrix, stroked, filled, rules);
        }
    }
}

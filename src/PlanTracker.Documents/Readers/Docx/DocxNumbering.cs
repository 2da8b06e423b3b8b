using System.Xml;
using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers.Docx;

/// <summary>One level of a list, as numbering.xml defines it.</summary>
internal sealed record NumberingLevel
{
    public int Start { get; set; } = 1;
    public string Format { get; set; } = "decimal";
    public string Text { get; set; } = "";
    public string Suffix { get; set; } = "tab";

    /// <summary>1-based level whose use restarts this one; 0 never; null: any level above.</summary>
    public int? RestartsAfter { get; set; }

    public bool Legal { get; set; }
    public string? ParagraphStyle { get; set; }
}

internal sealed class NumberingList(int abstractId)
{
    public int AbstractId { get; } = abstractId;
    public Dictionary<int, NumberingLevel> Levels { get; } = [];

    /// <summary>Levels that begin anew where this list is first used, and with what number.</summary>
    public Dictionary<int, int> StartOverrides { get; } = [];
}

/// <summary>numbering.xml: lists by numId, with their overrides laid over the abstract list that they share.</summary>
internal sealed class DocxNumbering
{
    public const int LevelCount = 9;

    private readonly Dictionary<int, Dictionary<int, NumberingLevel>> abstracts = [];
    private readonly Dictionary<int, string> styleLinks = [];
    private readonly Dictionary<int, NumberingList> lists = [];

    public static DocxNumbering Read(OfficePackage package, string? part, DocxStyles styles)
    {
        var numbering = new DocxNumbering();
        using var reader = part is null ? null : package.OpenXml(part);
        if (reader is null)
            return numbering;
        foreach (var child in reader.Children())
        {
            if (child == "abstractNum")
                numbering.ReadAbstract(reader);
            else if (child == "num")
                numbering.ReadList(reader);
        }
        numbering.FollowStyleLinks(styles);
        return numbering;
    }

    public NumberingList? List(int numId) => lists.GetValueOrDefault(numId);

    public void Add(int numId, NumberingList list) => lists[numId] = list;

    private void ReadAbstract(XmlReader reader)
    {
        if (reader.IntVal("abstractNumId") is not { } id)
            return;
        var levels = abstracts[id] = [];
        foreach (var child in reader.Children())
        {
            if (child == "lvl")
                ReadLevel(reader, levels);
            else if (child == "numStyleLink" && reader.Val() is { } style)
                styleLinks[id] = style;
        }
    }

    private static void ReadLevel(XmlReader reader, Dictionary<int, NumberingLevel> levels)
    {
        if (reader.IntVal("ilvl") is not (>= 0 and < LevelCount and var index))
            return;
        var level = new NumberingLevel();
        foreach (var child in reader.Children())
            ReadLevelPart(reader, child, level);
        levels[index] = level;
    }

    private static void ReadLevelPart(XmlReader reader, string part, NumberingLevel level)
    {
        switch (part)
        {
            case "start":
                level.Start = reader.IntVal() ?? 1;
                break;
            case "numFmt":
                level.Format = reader.Val() ?? "decimal";
                break;
            case "lvlText":
                level.Text = reader.Val() ?? "";
                break;
            case "suff":
                level.Suffix = reader.Val() ?? "tab";
                break;
            case "lvlRestart":
                level.RestartsAfter = reader.IntVal();
                break;
            case "isLgl":
                level.Legal = reader.IsOn();
                break;
            case "pStyle":
                level.ParagraphStyle = reader.Val();
                break;
            // Formats that older programs do not know stand in a choice; the fallback is one of the known ones.
            case "AlternateContent":
                foreach (var side in reader.Children())
                {
                    if (side != "Fallback")
                        continue;
                    foreach (var inner in reader.Children())
                        ReadLevelPart(reader, inner, level);
                }
                break;
        }
    }

    private void ReadList(XmlReader reader)
    {
        if (reader.IntVal("numId") is not { } id)
            return;
        NumberingList? list = null;
        foreach (var child in reader.Children())
        {
            if (child == "abstractNumId" && reader.IntVal() is { } abstractId)
            {
                list = new NumberingList(abstractId);
                foreach (var (index, level) in abstracts.GetValueOrDefault(abstractId) ?? [])
                    list.Levels[index] = level;
            }
            else if (child == "lvlOverride" && list is not null && reader.IntVal("ilvl") is >= 0 and < LevelCount and var index)
            {
                foreach (var part in reader.Children())
                {
                    if (part == "startOverride" && reader.IntVal() is { } start)
                        list.StartOverrides[index] = start;
                    else if (part == "lvl")
                        ReadLevel(reader, list.Levels);
                }
            }
        }
        if (list is not null)
            lists[id] = list;
    }

    /// <summary>An abstract list may borrow its levels from the list of a numbering style.</summary>
    private void FollowStyleLinks(DocxStyles styles)
    {
        foreach (var list in lists.Values)
        {
            if (list.Levels.Count > 0 || !styleLinks.TryGetValue(list.AbstractId, out var style))
                continue;
            if (styles.First(style, static s => s.Paragraph.NumId) is { } numId && lists.TryGetValue(numId, out var lender))
            {
                foreach (var (index, level) in lender.Levels)
                    list.Levels[index] = level;
            }
        }
    }
}

using System.Xml;
using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers.Docx;

/// <summary>w:pPr and w:rPr.</summary>
internal static class DocxProperties
{
    public static ParagraphProperties OfParagraph(XmlReader reader)
    {
        var found = new ParagraphProperties();
        foreach (var child in reader.Children())
        {
            switch (child)
            {
                case "pStyle":
                    found.Style = reader.Val();
                    break;
                case "numPr":
                    ReadNumbering(reader, found);
                    break;
                case "outlineLvl":
                    found.OutlineLevel = reader.IntVal();
                    break;
                case "jc":
                    found.Centred = reader.Val() == "center";
                    break;
                case "rPr":
                    foreach (var mark in reader.Children())
                        found.EndDeleted |= mark is "del" or "moveFrom";
                    break;
            }
        }
        return found;
    }

    public static (bool? Bold, bool? Hidden, string? Style) OfRun(XmlReader reader)
    {
        bool? bold = null, hidden = null;
        string? style = null;
        foreach (var child in reader.Children())
        {
            switch (child)
            {
                case "b":
                    bold = reader.IsOn();
                    break;
                case "vanish":
                    hidden = reader.IsOn();
                    break;
                case "rStyle":
                    style = reader.Val();
                    break;
            }
        }
        return (bold, hidden, style);
    }

    private static void ReadNumbering(XmlReader reader, ParagraphProperties found)
    {
        foreach (var child in reader.Children())
        {
            if (child == "ilvl")
                found.Level = reader.IntVal();
            else if (child == "numId")
                found.NumId = reader.IntVal();
        }
    }
}

using System.Globalization;
using System.Xml;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Package;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Docx;

/// <summary>Paragraphs and tables in their order, with tracked changes taken as accepted.</summary>
internal sealed class DocxBody(
    OfficePackage package, DocxStyles styles, NumberCounter counter, ReadingLimits limits, CancellationToken cancellation)
{
    private int parts;

    public List<Piece> ReadDocument(XmlReader reader)
    {
        var pieces = new List<Piece>();
        foreach (var child in reader.Children())
        {
            if (child == "body")
                pieces.AddRange(ReadPart(reader));
        }
        return pieces;
    }

    /// <summary>The blocks of the element that the reader stands on: a body, a cell, a text box, a header. Children that are no blocks are
    /// offered to <paramref name="other"/>.</summary>
    public List<Piece> ReadPart(XmlReader reader, Action<string>? other = null)
    {
        var story = new Story();
        ReadBlocks(reader, story, other);
        Close(story);
        return story.Pieces;
    }

    private void ReadBlocks(XmlReader reader, Story story, Action<string>? other = null)
    {
        package.CheckDepth(reader);
        foreach (var child in reader.Children())
        {
            switch (child)
            {
                case "p":
                    ReadParagraph(reader, story);
                    break;
                case "tbl":
                    Close(story);
                    CountPart();
                    story.Pieces.Add(new TablePiece(new DocxTable(this, package, CountPart).ReadRows(reader)));
                    break;
                case "AlternateContent":
                    ReadOneSide(reader, story);
                    break;
                case "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" or "smartTag":
                    ReadBlocks(reader, story);
                    break;
                default:
                    other?.Invoke(child);
                    break;
            }
        }
    }

    private void ReadOneSide(XmlReader reader, Story story)
    {
        var taken = false;
        foreach (var side in reader.Children())
        {
            if (taken || side is not ("Choice" or "Fallback"))
                continue;
            taken = true;
            ReadBlocks(reader, story);
        }
    }

    private void ReadParagraph(XmlReader reader, Story story)
    {
        CountPart();
        package.CheckDepth(reader);
        var runs = new DocxRuns(package, styles, limits, box => ReadPart(box));
        var properties = new ParagraphProperties();
        foreach (var child in reader.Children())
        {
            if (child == "pPr")
            {
                properties = DocxProperties.OfParagraph(reader);
                properties.Style = styles.DefaultOr(properties.Style);
                runs.Style = properties.Style;
            }
            else
            {
                runs.Style ??= styles.DefaultOr(null);
                runs.ReadInline(reader, child);
            }
        }
        story.Words += runs.Words;
        story.AllBold &= runs.AllBold;
        story.Boxes.AddRange(runs.Boxes);
        story.Pending = properties;
        if (!properties.EndDeleted)
            Close(story);
    }

    /// <summary>Ends the paragraph that is being collected. One whose end was deleted has run on into this one, and shows as this one does.</summary>
    private void Close(Story story)
    {
        if (story.Pending is not { } properties)
            return;
        // Deleted altogether: it has neither words nor a number.
        if (!properties.EndDeleted || story.Words.Length > 0)
        {
            properties.Style ??= styles.DefaultOr(null);
            var number = counter.Next(properties);
            var centred = properties.Centred ?? styles.First(properties.Style, static style => style.Paragraph.Centred) ?? false;
            var bold = story is { AllBold: true, Words: not "" };
            story.Pieces.Add(new ParagraphPiece(
                story.Words, number?.Label ?? "", number?.Gap ?? "", styles.HeadingLevel(properties), centred, bold));
        }
        story.Pieces.AddRange(story.Boxes);
        story.Begin();
    }

    private void CountPart()
    {
        cancellation.ThrowIfCancellationRequested();
        if (++parts > limits.MaxBlocks)
            throw new UnreadableException(DiagnosticKind.TooManyParts, limits.MaxBlocks.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Blocks collected so far, and the paragraph that has not ended yet.</summary>
    private sealed class Story
    {
        public List<Piece> Pieces { get; } = [];
        public string Words { get; set; } = "";
        public bool AllBold { get; set; } = true;
        public List<Piece> Boxes { get; } = [];
        public ParagraphProperties? Pending { get; set; }

        public void Begin()
        {
            (Words, AllBold, Pending) = ("", true, null);
            Boxes.Clear();
        }
    }
}

using System.Globalization;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Rtf;

/// <summary>Rich text: what shows of it, with the numbers that its writer counted and with its tables. Objects, pictures and fields' codes are
/// passed over.</summary>
internal sealed class RtfReader
{
    private const int MostGroups = 10_000;

    private readonly RtfScanner scanner;
    private readonly ReadingLimits limits;
    private readonly CancellationToken cancellation;
    private readonly Stack<RtfGroup> outer = new();
    private readonly Dictionary<int, int> fonts = [];
    private readonly RtfText words = new();
    private readonly RtfText label = new();
    private readonly RtfText beside = new();
    private readonly RtfTables tables;
    private RtfGroup group = new();
    private int defaultPage;
    private int toSkip;
    private bool allBold = true;
    private bool centred;
    private bool inTable;
    private int depth;
    private int? outline;

    private RtfReader(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation)
    {
        (scanner, this.limits, this.cancellation) = (new RtfScanner(file), limits, cancellation);
        tables = new RtfTables(limits);
    }

    public static Reading Read(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation)
    {
        var reader = new RtfReader(file, limits, cancellation);
        reader.ReadAll();
        if (SecrecyMark.StandsIn(reader.beside.Take()))
            return DiagnosticKind.MarkedSecret;
        return TextAssembly.Assemble(SourceFormat.Rtf, reader.tables.Close(), limits, cancellation);
    }

    private int Depth => depth > 0 ? depth : inTable ? 1 : 0;

    private void ReadAll()
    {
        for (var count = 0; ; count++)
        {
            if ((count & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var token = scanner.Next();
            switch (token.Kind)
            {
                // Braces that stay open: the rest of the file is missing.
                case RtfTokenKind.End:
                    throw new InvalidDataException("Cut off.");
                case RtfTokenKind.Open:
                    if (outer.Count == MostGroups)
                        throw new UnreadableException(DiagnosticKind.TooDeep, MostGroups.ToString(CultureInfo.InvariantCulture));
                    outer.Push(group);
                    group = group with { MayBeSkipped = false };
                    toSkip = 0;
                    break;
                case RtfTokenKind.Close:
                    toSkip = 0;
                    if (outer.Count > 0)
                        group = outer.Pop();
                    if (outer.Count > 0)
                        break;
                    if (words.Length > 0)
                        EndParagraph();
                    return;
                case RtfTokenKind.Byte:
                    AddByte(token.Value);
                    break;
                case RtfTokenKind.Sign:
                    ReadSign((char)token.Value);
                    break;
                case RtfTokenKind.Word:
                    ReadWord(token.Name, token.Number);
                    break;
            }
        }
    }

    private void ReadSign(char sign)
    {
        switch (sign)
        {
            case '*':
                group.MayBeSkipped = true;
                break;
            case '~':
                Add('\u00A0');
                break;
            case '_':
                Add('-');
                break;
            case '\\' or '{' or '}':
                AddByte((byte)sign);
                break;
            case '\r' or '\n':
                EndParagraph();
                break;
        }
    }

    private void ReadWord(string name, int? number)
    {
        if (toSkip > 0 && name != "u")
            toSkip--;
        if (name == "bin")
            scanner.Skip(number ?? 0);
        else if (RtfWords.PlaceOf(name, group.MayBeSkipped) is { } place)
            group.Place = group.Place == RtfPlace.Nowhere ? RtfPlace.Nowhere : place;
        else if (group.Place == RtfPlace.Fonts)
            ReadFont(name, number ?? 0);
        else if (RtfWords.SignOf(name) is { } sign)
            Add(sign);
        else if (!ReadCharacters(name, number) && group.Place == RtfPlace.Body)
            ReadLayout(name, number);
        else if (name == "par")
            Add('\n');
        group.MayBeSkipped = false;
    }

    private void ReadFont(string name, int number)
    {
        if (name == "f")
            group.Font = number;
        else if (name == "fcharset")
            fonts[group.Font] = RtfText.PageOfCharset(number);
        else if (name == "cpg")
            fonts[group.Font] = number;
    }

    private bool ReadCharacters(string name, int? number)
    {
        switch (name)
        {
            case "u":
                Add((char)(ushort)(number ?? '?'));
                toSkip = group.Substitutes;
                return true;
            case "uc":
                group.Substitutes = Math.Clamp(number ?? 1, 0, 16);
                return true;
            case "ansicpg":
                defaultPage = number ?? 0;
                return true;
            case "f":
                group.Font = number ?? 0;
                return true;
            case "b":
                group.Bold = number != 0;
                return true;
            case "v":
                group.Hidden = number != 0;
                return true;
            case "deleted":
                group.Deleted = number != 0;
                return true;
            case "plain":
                group.Plain();
                return true;
            default:
                return false;
        }
    }

    private void ReadLayout(string name, int? number)
    {
        switch (name)
        {
            case "par" or "sect":
                if (!group.Deleted)
                    EndParagraph();
                break;
            case "pard":
                (centred, inTable, depth, outline) = (false, false, 0, null);
                break;
            case "qc":
                centred = true;
                break;
            case "ql" or "qr" or "qj" or "qd":
                centred = false;
                break;
            case "outlinelevel":
                outline = number;
                break;
            case "intbl":
                inTable = true;
                break;
            case "itap":
                (depth, inTable) = (Math.Max(0, number ?? 0), number > 0);
                break;
            case "cell" or "nestcell":
                var level = name == "cell" ? 1 : Math.Max(2, Depth);
                if (words.Length > 0 || label.Length > 0)
                    EndParagraph(level);
                tables.EndCell(level);
                break;
            case "row" or "nestrow":
                tables.EndRow(name == "row" ? 1 : Math.Max(2, Depth));
                break;
            default:
                ReadRow(name, number ?? 0);
                break;
        }
    }

    private void ReadRow(string name, int number)
    {
        switch (name)
        {
            case "trowd":
                tables.BeginRow();
                break;
            case "trhdr":
                tables.Row.IsHeader = true;
                break;
            case "trleft":
                tables.Row.Left = number;
                break;
            case "clmrg":
                tables.Row.MergeLeft();
                break;
            case "clvmrg":
                tables.Row.MergeAbove();
                break;
            case "cellx":
                tables.Row.EndCell(number);
                break;
        }
    }

    private void AddByte(byte value)
    {
        if (toSkip > 0)
        {
            toSkip--;
            return;
        }
        if (Target() is not { } target)
            return;
        var page = fonts.GetValueOrDefault(group.Font) is > 0 and var own ? own : defaultPage;
        if (value < 0x80 && !target.IsHalfway)
            target.Add((char)value);
        else
            target.Add(value, page);
        Note(target, (char)value);
    }

    private void Add(char c)
    {
        if (Target() is not { } target)
            return;
        target.Add(c);
        Note(target, c);
    }

    private void Note(RtfText target, char c)
    {
        if (target != words)
            return;
        allBold &= group.Bold || char.IsWhiteSpace(c);
        if (words.Length > limits.MaxCharacters)
            throw new UnreadableException(DiagnosticKind.TooLong, limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
    }

    private RtfText? Target() => group.Hidden || group.Deleted ? null : group.Place switch
    {
        RtfPlace.Body => words,
        RtfPlace.Label => label,
        RtfPlace.Beside when beside.Length < limits.MaxCharacters => beside,
        _ => null,
    };

    private void EndParagraph() => EndParagraph(Depth);

    private void EndParagraph(int level)
    {
        var (shown, all) = (label.Take(), words.Take());
        var number = shown.Trim();
        // A mark before an item of a list is no number.
        if (!number.Any(char.IsLetterOrDigit) && !number.Any(static c => char.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber))
            number = "";
        var gap = number.Length > 0 && char.IsWhiteSpace(shown[^1]) ? " " : "";
        var heading = outline is >= 0 and <= 8 ? outline + 1 : null;
        tables.Add(new ParagraphPiece(all, number, gap, heading, centred, allBold && all.Length > 0), level);
        allBold = true;
    }
}

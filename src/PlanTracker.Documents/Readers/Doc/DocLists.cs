using System.Globalization;
using System.Text;
using PlanTracker.Documents.Readers.Docx;
using PlanTracker.Documents.Readers.Ole;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>Word's lists: abstract ones with their levels, and those in use that lie over them. [MS-DOC] 2.9.131, 2.9.134, 2.9.150.</summary>
internal static class DocLists
{
    private const int MostLists = 20_000;
    private const int ListSize = 28;
    private const int UseSize = 16;
    private const int LevelSize = 28;
    private const int NoStyle = 0xFFF;

    // In the order of their numbers in the file, named as Word's newer format names them; null: shown as decimal.
    private static readonly string?[] Formats =
    [
        "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", null, null, null, null,
        "ideographDigital", "japaneseCounting", null, null, "decimalFullWidth", "decimal", null, "japaneseDigitalTenThousand",
        "decimalEnclosedCircle", "decimalFullWidth2", null, null, "decimalZero", "bullet", null, null, "decimalEnclosedFullstop",
        "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac", null,
        "taiwaneseCounting", null, "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified",
        "chineseCountingThousand",
    ];

    public static DocxNumbering Read(WordBinary word)
    {
        var numbering = new DocxNumbering();
        var abstracts = ReadAbstracts(word);
        var uses = word.TableAndBehind(WordTable.ListOverrides);
        if (uses.Length == 0)
            return numbering;
        var count = Math.Min(uses.I32(0), MostLists);
        var at = 4 + (UseSize * Math.Max(count, 0));
        for (var use = 0; use < count; use++)
        {
            var id = uses.I32(4 + (UseSize * use));
            var changed = uses.U8(4 + (UseSize * use) + 12);
            var list = new NumberingList(id);
            foreach (var (index, level) in abstracts.GetValueOrDefault(id) ?? [])
                list.Levels[index] = level;
            at += 4;
            for (var i = 0; i < changed; i++)
                at = ReadChange(uses, at, list);
            numbering.Add(use + 1, list);
        }
        return numbering;
    }

    private static Dictionary<int, Dictionary<int, NumberingLevel>> ReadAbstracts(WordBinary word)
    {
        var abstracts = new Dictionary<int, Dictionary<int, NumberingLevel>>();
        var all = word.TableAndBehind(WordTable.Lists);
        if (all.Length == 0)
            return abstracts;
        var count = Math.Clamp(all.I16(0), (short)0, short.MaxValue);
        // The levels of all lists follow behind the lists.
        var at = 2 + (ListSize * count);
        for (var i = 0; i < count; i++)
        {
            var list = 2 + (ListSize * i);
            var levels = abstracts[all.I32(list)] = [];
            var isSimple = (all.U8(list + 26) & 1) != 0;
            for (var level = 0; level < (isSimple ? 1 : DocxNumbering.LevelCount); level++)
            {
                levels[level] = ReadLevel(all, ref at);
                var style = all.U16(list + 8 + (2 * level));
                levels[level].ParagraphStyle = style == NoStyle ? null : style.ToString(CultureInfo.InvariantCulture);
            }
        }
        return abstracts;
    }

    private static int ReadChange(Bytes uses, int at, NumberingList list)
    {
        var flags = uses.U8(at + 4);
        var (index, startsAnew, isFormatted) = (flags & 0x0F, (flags & 0x10) != 0, (flags & 0x20) != 0);
        if (startsAnew && index < DocxNumbering.LevelCount)
            list.StartOverrides[index] = uses.I32(at);
        at += 8;
        if (isFormatted)
        {
            var level = ReadLevel(uses, ref at);
            if (index < DocxNumbering.LevelCount)
            {
                list.Levels[index] = level;
                if (startsAnew)
                    list.StartOverrides[index] = level.Start;
            }
        }
        return at;
    }

    private static NumberingLevel ReadLevel(Bytes all, ref int at)
    {
        var flags = all.U8(at + 5);
        var level = new NumberingLevel
        {
            Start = all.I32(at),
            Format = Formats.ElementAtOrDefault(all.U8(at + 4)) ?? (all.U8(at + 4) switch { 57 => "numberInDash", 255 => "none", _ => "decimal" }),
            Legal = (flags & 0x04) != 0,
            // Kept from restarting by any level, or only after a level that is named.
            RestartsAfter = (flags & 0x08) != 0 ? all.U8(at + 26) : null,
            Suffix = all.U8(at + 15) switch { 0 => "tab", 1 => "space", _ => "nothing" },
        };
        at += LevelSize + all.U8(at + 24) + all.U8(at + 25);
        var length = all.U16(at);
        level.Text = TextOf(Encoding.Unicode.GetString(all.Slice(at + 2, 2L * length).Span));
        at += 2 + (2 * length);
        return level;
    }

    /// <summary>A level's own number stands in its text as a sign of that value.</summary>
    private static string TextOf(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text)
        {
            if (c < DocxNumbering.LevelCount)
                shown.Append('%').Append((char)('1' + c));
            else
                shown.Append(c);
        }
        return shown.ToString();
    }
}

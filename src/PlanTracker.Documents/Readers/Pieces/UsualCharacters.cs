using System.Text;

namespace PlanTracker.Documents.Readers.Pieces;

/// <summary>The characters of which nearly all Chinese text is made: the first plane of GB 2312 and that of Big5, sorted there by use.</summary>
internal static class UsualCharacters
{
    private const char First = '\u4E00';
    private const char Last = '\u9FFF';

    private static readonly bool[] Usual = Build();

    public static bool IsIdeograph(char c) => c is >= First and <= Last;

    public static bool IsUsual(char c) => IsIdeograph(c) && Usual[c - First];

    /// <summary>Of the characters beyond ASCII, the share that are usual ideographs or marks of punctuation; 1 where there is none.</summary>
    public static double ShareIn(ReadOnlySpan<char> text)
    {
        int all = 0, usual = 0;
        foreach (var c in text)
        {
            if (char.IsAscii(c))
                continue;
            all++;
            usual += IsUsual(c) || IsMark(c) ? 1 : 0;
        }
        return all == 0 ? 1 : (double)usual / all;
    }

    private static bool IsMark(char c) =>
        c is >= '\u2010' and <= '\u2027' or >= '\u3000' and <= '\u301F' or >= '\uFF00' and <= '\uFF5E' or '\u00A0' or '\u00B7';

    private static bool[] Build()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var usual = new bool[Last - First + 1];
        Mark(usual, Encoding.GetEncoding("GB18030"), 0xB0, 0xD7, 0xA1);
        Mark(usual, Encoding.GetEncoding("big5"), 0xA4, 0xC6, 0x40);
        return usual;
    }

    private static void Mark(bool[] usual, Encoding encoding, int firstRow, int lastRow, int firstColumn)
    {
        for (var row = firstRow; row <= lastRow; row++)
        {
            for (var column = firstColumn; column <= 0xFE; column++)
            {
                if (encoding.GetString([(byte)row, (byte)column]) is [var c] && IsIdeograph(c))
                    usual[c - First] = true;
            }
        }
    }
}

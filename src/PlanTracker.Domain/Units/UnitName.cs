using System.Text;

namespace PlanTracker.Domain.Units;

/// <summary>A name with all that does not tell units apart taken away: width of characters, blanks, and which kind of brackets.</summary>
public readonly record struct UnitName
{
    private UnitName(string text) => Text = text;

    /// <summary>For comparing and looking up, never for showing.</summary>
    public string Text { get => field ?? ""; }

    public bool IsEmpty => Text.Length == 0;

    public static UnitName Normalise(string printed)
    {
        StringBuilder text = new(printed.Length);
        foreach (var c in Sound(printed).Normalize(NormalizationForm.FormKC))
        {
            // U+200B to U+200F and U+FEFF are marks without width that word processors leave behind.
            if (char.IsWhiteSpace(c) || c is (>= '\u200B' and <= '\u200F') or '\uFEFF')
                continue;
            text.Append(c switch
            {
                '〔' or '[' or '【' or '<' or '〈' or '《' or '{' => '(',
                '〕' or ']' or '】' or '>' or '〉' or '》' or '}' => ')',
                _ => c,
            });
        }

        return new UnitName(text.ToString());
    }

    public override string ToString() => Text;

    // Half a surrogate pair, or the mark U+FFFE, cannot be normalised; damaged text is still only text.
    private static string Sound(string printed) => printed.Any(c => char.IsSurrogate(c) || c == '\uFFFE')
        ? string.Concat(printed.EnumerateRunes().Where(rune => rune.Value != 0xFFFE))
        : printed;
}

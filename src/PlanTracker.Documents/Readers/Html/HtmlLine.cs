using System.Text;

namespace PlanTracker.Documents.Readers.Html;

/// <summary>Collects the words of one paragraph as a browser shows them: white space of the source is one blank, or none where the source was
/// broken between two Chinese characters.</summary>
internal sealed class HtmlLine
{
    private readonly StringBuilder words = new();
    private bool blankWaits;
    private bool breakWaits;
    private bool anyPlain;

    public string Words => words.ToString();

    public bool AllBold => !anyPlain;

    public bool IsBlank
    {
        get
        {
            foreach (var chunk in words.GetChunks())
            {
                if (!chunk.Span.IsWhiteSpace())
                    return false;
            }
            return true;
        }
    }

    public void Begin()
    {
        words.Clear();
        (blankWaits, breakWaits, anyPlain) = (false, false, false);
    }

    public void Break()
    {
        (blankWaits, breakWaits) = (false, false);
        words.Append('\n');
    }

    public void Add(string text, bool bold, bool preformatted)
    {
        foreach (var c in text)
        {
            if (!preformatted && c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                blankWaits = true;
                breakWaits |= c is '\n' or '\r';
                continue;
            }
            if (blankWaits && words.Length > 0 && words[^1] != '\n' && !(breakWaits && IsChinese(words[^1]) && IsChinese(c)))
                words.Append(' ');
            (blankWaits, breakWaits) = (false, false);
            words.Append(c);
            if (!bold && !char.IsWhiteSpace(c))
                anyPlain = true;
        }
    }

    private static bool IsChinese(char c) => c is >= '\u2E80' and < '\uFFF0';
}

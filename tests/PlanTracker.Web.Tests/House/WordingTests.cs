using System.Text.RegularExpressions;
using System.Xml.Linq;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.House;

/// <summary>Pages are written in Chinese; whoever reads English must find every sentence too.</summary>
public sealed partial class WordingTests
{
    private static readonly string Web = Path.Combine(SourceTree.Root, "src", "PlanTracker.Web");

    [Fact]
    public void Every_wording_has_its_English()
    {
        var missing = from folder in Directory.EnumerateFiles(Web, "Words.cs", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!)
                      let english = English(folder)
                      from file in FilesOf(folder)
                      from Match key in Key().Matches(File.ReadAllText(file))
                      let words = Regex.Unescape(key.Groups["words"].Value)
                      where !english.Contains(words)
                      select $"{Path.GetRelativePath(Web, file)}: {words}";

        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void Every_label_and_sentence_of_the_field_has_its_English()
    {
        var folder = Path.Combine(Web, "Wording");
        var english = English(folder);
        var missing = from file in Directory.EnumerateFiles(folder, "*.cs")
                      from line in File.ReadLines(file).Where(text => !text.TrimStart().StartsWith("//", StringComparison.Ordinal))
                      from Match quoted in Quoted().Matches(line)
                      let words = Regex.Unescape(quoted.Value[1..^1])
                      where Chinese().IsMatch(words) && !english.Contains(words)
                      select $"{Path.GetFileName(file)}: {words}";

        Assert.Empty(missing);
    }

    [Fact]
    public void English_keeps_every_place_of_its_arguments()
    {
        var faults = from file in Directory.EnumerateFiles(Web, "*.en.resx", SearchOption.AllDirectories)
                     from entry in XDocument.Load(file).Descendants("data")
                     let chinese = Places(entry.Attribute("name")!.Value)
                     let english = Places(entry.Element("value")!.Value)
                     where !chinese.SetEquals(english)
                     select $"{Path.GetRelativePath(Web, file)}: {entry.Attribute("name")!.Value}";

        Assert.Empty(faults);
    }

    [Fact]
    public void Pages_hold_no_Chinese_that_goes_round_the_wordings()
    {
        var faults = from file in Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
                     from line in File.ReadLines(file).Select((text, index) => (Text: Comment().Replace(Quoted().Replace(Key().Replace(text, ""), ""), ""), Number: index + 1))
                     where Chinese().IsMatch(line.Text)
                     select $"{Path.GetRelativePath(Web, file)}:{line.Number}: {line.Text.Trim()}";

        Assert.Empty(faults);
    }

    /// <summary>A folder with a Words.cs speaks for all below it that have none of their own.</summary>
    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file => Nearest(Path.GetDirectoryName(file)!) == folder);

    private static string? Nearest(string folder)
    {
        for (var at = folder; at.StartsWith(Web, StringComparison.Ordinal); at = Path.GetDirectoryName(at)!)
        {
            if (File.Exists(Path.Combine(at, "Words.cs")))
                return at;
        }

        return null;
    }

    private static HashSet<string> English(string folder)
    {
        var file = Path.Combine(folder, "Words.en.resx");
        return File.Exists(file) ? [.. XDocument.Load(file).Descendants("data").Select(x => x.Attribute("name")!.Value)] : [];
    }

    private static HashSet<string> Places(string sentence) => [.. Place().Matches(sentence).Select(x => x.Value)];

    [GeneratedRegex("""(?<!\w)(?:L|words)\["(?<words>(?:[^"\\]|\\.)*)"[\],]""")]
    private static partial Regex Key();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"@\*.*?\*@|//.*$|'.'")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();
}

using System.Globalization;
using System.Text;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pages;
using PlanTracker.Documents.Readers.Programs;

namespace PlanTracker.Documents.Readers.Scans;

/// <summary>A word that was recognized in one of the pictures handed in, by pixels of that picture; words of one line have its height.</summary>
internal readonly record struct SeenWord(int Picture, string Text, int Confidence, Box Box);

/// <summary>Recognizes simplified Chinese with tesseract, several pictures in one run.</summary>
internal static class Tesseract
{
    public const string Package = "tesseract-ocr tesseract-ocr-chi-sim";

    private static readonly SystemProgram Program = new(Package, "tesseract");

    public static List<SeenWord> Recognize(WorkFolder folder, IReadOnlyList<string> pictures, int dotsPerInch, ProgramLimits limits, CancellationToken cancellation)
    {
        folder.Put("pictures.txt", Encoding.UTF8.GetBytes(string.Join('\n', pictures)));
        var words = new List<SeenWord>();
        var end = ProgramRun.Run(
            Program,
            [
                "pictures.txt", "stdout", "-l", "chi_sim", "--psm", "6", "-c", "thresholding_method=2", "--dpi", dotsPerInch.ToString(CultureInfo.InvariantCulture), "tsv",
            ],
            folder, limits, cancellation, output => words = Read(output));
        if (end.ExitCode == 0)
            return words;
        throw end.Errors.Contains("loading language", StringComparison.OrdinalIgnoreCase) || end.Errors.Contains("load any languages", StringComparison.Ordinal)
            ? new UnreadableException(DiagnosticKind.ProgramMissing, Package)
            : new UnreadableException(DiagnosticKind.Damaged);
    }

    /// <summary>How a picture is to be turned; null where that cannot be told, as where the data for it (osd) is not installed.</summary>
    public static Turn? TurnOf(WorkFolder folder, string picture, int dotsPerInch, ProgramLimits limits, CancellationToken cancellation)
    {
        Turn? turn = null;
        string[] arguments = [picture, "stdout", "-l", "osd", "--psm", "0", "--dpi", dotsPerInch.ToString(CultureInfo.InvariantCulture)];
        var end = ProgramRun.Run(Program, arguments, folder, limits, cancellation, output => turn = ReadTurn(output));
        return end.ExitCode == 0 ? turn : null;
    }

    // Rotate: 270
    private static Turn? ReadTurn(Stream output)
    {
        using var reader = new StreamReader(output, new UTF8Encoding(false));
        while (reader.ReadLine() is { } row)
        {
            if (row.StartsWith("Rotate:", StringComparison.Ordinal))
                return row["Rotate:".Length..].Trim() switch { "0" => Turn.None, "90" => Turn.Right, "180" => Turn.UpsideDown, "270" => Turn.Left, _ => null };
        }
        return null;
    }

    // level page_num block_num par_num line_num word_num left top width height conf text
    private static List<SeenWord> Read(Stream output)
    {
        using var reader = new StreamReader(output, new UTF8Encoding(false));
        var words = new List<SeenWord>();
        var line = new List<SeenWord>();
        var key = "";
        while (reader.ReadLine() is { } row)
        {
            var fields = row.Split('\t');
            if (fields is not ["5", var page, ..] || fields.Length < 12 || Word(fields, page) is not { } word)
                continue;
            var its = string.Join(' ', fields[1..5]);
            if (its != key)
                Close(words, line);
            key = its;
            line.Add(word);
        }
        Close(words, line);
        return words;
    }

    private static SeenWord? Word(string[] fields, string page)
    {
        static int Number(string field) => int.TryParse(field, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var text = Pieces.Characters.Clean(fields[11]).Trim();
        if (text.Length == 0 || !double.TryParse(fields[10], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence))
            return null;
        var (left, top) = (Number(fields[6]), Number(fields[7]));
        return new SeenWord(Number(page) - 1, text, (int)Math.Clamp(confidence, 0, 99), new Box(left, top, left + Number(fields[8]), top + Number(fields[9])));
    }

    // The boxes of single words are too high or too low by half a line as often as not.
    private static void Close(List<SeenWord> words, List<SeenWord> line)
    {
        if (line.Count > 0)
        {
            var (top, bottom) = (Middle(line.Select(static word => word.Box.Top)), Middle(line.Select(static word => word.Box.Bottom)));
            if (!IsDirt(line))
                words.AddRange(line.Select(word => word with { Box = word.Box with { Top = top, Bottom = Math.Max(bottom, top + 1) } }));
        }
        line.Clear();
    }

    // A speck at the edge is read as a mark or two, with little conviction.
    private static bool IsDirt(List<SeenWord> line) =>
        line.Sum(static word => word.Text.Length) <= 2 && line.TrueForAll(static word => !word.Text.Any(char.IsLetterOrDigit) || word.Confidence < 30);

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

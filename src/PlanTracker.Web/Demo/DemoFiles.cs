using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using PlanTracker.Documents.Tables;

namespace PlanTracker.Web.Demo;

/// <summary>The files of the invented county. They lie beside the program, or in the source tree it was built from.</summary>
public static partial class DemoFiles
{
    /// <summary>The first year that the plans of the county speak of.</summary>
    public const int WrittenFor = 2026;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seed-data");

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>The rows of a table below its head.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(string name) =>
        (CsvText.Read(Read(name)) ?? throw new InvalidDataException(name)).Skip(1).Select(x => x.Cells);

    public static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    /// <summary>A plan of the county, its years moved so that it is of the present whenever the demo first starts.</summary>
    /// <param name="years">How many years to add; 0 leaves the file as it is.</param>
    public static byte[] Plan(string name, int years) => Document(Path.Combine("plans", name), years);

    /// <summary>A report of the county or of a unit, its years moved likewise.</summary>
    public static byte[] Report(string name, int years) => Document(Path.Combine("reports", name), years);

    private static byte[] Document(string name, int years)
    {
        var bytes = Read(name);
        if (years == 0)
            return bytes;
        return Path.GetExtension(name) == ".txt" ? Encoding.UTF8.GetBytes(Moved(Encoding.UTF8.GetString(bytes), years)) : MovedParts(bytes, years);
    }

    private static byte[] MovedParts(byte[] package, int years)
    {
        using var memory = new MemoryStream();
        memory.Write(package);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var part in zip.Entries.Where(x => PartWithWords().IsMatch(x.FullName)).ToList())
            {
                string text;
                using (var reader = new StreamReader(part.Open()))
                    text = reader.ReadToEnd();
                var name = part.FullName;
                part.Delete();
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(WordsOfPart().Replace(text, x => Moved(x.Value, years)));
            }
        }

        return memory.ToArray();
    }

    private static string Moved(string text, int years) =>
        Year().Replace(text, x => (Number(x.Value) + years).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<!\d)20(?:2[6-9]|30)(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"^(word/document|xl/sharedStrings|xl/worksheets/sheet\d+)\.xml$")]
    private static partial Regex PartWithWords();

    [GeneratedRegex(@"(?<=<(?:w:)?t(?: [^>]*)?>)[^<]+")]
    private static partial Regex WordsOfPart();
}

using PlanTracker.Documents.Readers.Pages;
using PlanTracker.Documents.Readers.Pictures;
using PlanTracker.Documents.Readers.Programs;

namespace PlanTracker.Documents.Readers.Scans;

/// <summary>Tells a page that was photographed lying on its side or on its head: next to nothing is recognized in it with conviction.</summary>
internal static class Orientation
{
    private const int Sure = 60;
    private const double LeastSure = 0.4;

    // Enough to tell one way from another.
    private const double Coarse = 0.5;

    /// <summary>How many squares were recognized with conviction.</summary>
    public static int SureOf(IEnumerable<PageWord> words) => words.Where(static word => word.Confidence >= Sure).Sum(static word => word.Text.Count(IsIdeograph));

    public static bool IsDoubtful(IReadOnlyList<PageWord> words) => SureOf(words) < LeastSure * words.Sum(static word => word.Text.Length) || words.Count == 0;

    /// <summary>How the picture is to be turned: as the recognition's own look at it says, or else by trying.</summary>
    public static Turn Of(GrayPicture picture, WorkFolder folder, ProgramLimits limits, CancellationToken cancellation)
    {
        var file = Put(folder, picture);
        return Tesseract.TurnOf(folder, file, ScannedPage.DotsPerInch, limits, cancellation) ?? ByTrying(picture, folder, limits, cancellation);
    }

    /// <summary>Recognizes it small in all four ways; the one that is clearly the best.</summary>
    public static Turn ByTrying(GrayPicture picture, WorkFolder folder, ProgramLimits limits, CancellationToken cancellation)
    {
        var small = Straightening.Turned(picture, 0, Coarse);
        var tried = Enum.GetValues<Turn>().Select(turn => (Turn: turn, Sure: SureIn(small.Turned(turn), folder, limits, cancellation)))
            .OrderByDescending(static way => way.Sure).ToList();
        return tried[0].Sure > 2 * tried[1].Sure ? tried[0].Turn : Turn.None;
    }

    private static int SureIn(GrayPicture picture, WorkFolder folder, ProgramLimits limits, CancellationToken cancellation) =>
        SureOf(Tesseract.Recognize(folder, [Put(folder, picture)], (int)(ScannedPage.DotsPerInch * Coarse), limits, cancellation)
            .Select(static word => new PageWord(word.Text, word.Box, word.Confidence)));

    private static string Put(WorkFolder folder, GrayPicture picture)
    {
        const string name = "turn.pgm";
        using var file = File.Create(Path.Combine(folder.Path, name));
        picture.WriteTo(file);
        return name;
    }

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';
}

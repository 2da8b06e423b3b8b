using PlanTracker.Documents.Readers.Pages;
using PlanTracker.Documents.Readers.Pictures;
using PlanTracker.Documents.Readers.Programs;

namespace PlanTracker.Documents.Readers.Scans;

/// <summary>Recognizes one page in its picture: set upright and level, the cells of ruled tables each for itself, the rest as one block of lines.</summary>
internal static class ScannedPage
{
    /// <summary>At which the characters of official documents have the size that is recognized best.</summary>
    public const int DotsPerInch = 200;

    private const double Scale = 72.0 / DotsPerInch;
    private const int Margin = 12;
    private const int LeastInk = 60;

    public static PrintedPage Read(int number, GrayPicture picture, WorkFolder folder, ProgramLimits limits, CancellationToken cancellation)
    {
        if (!picture.HasInk(picture.InkThreshold(), LeastInk))
            return Empty(number, picture);
        var page = AsItLies(number, picture, folder, limits, cancellation);
        if (!Orientation.IsDoubtful(page.Words) || Orientation.Of(picture, folder, limits, cancellation) is var turn && turn == Turn.None)
            return page;
        var turned = AsItLies(number, picture.Turned(turn), folder, limits, cancellation);
        return Orientation.SureOf(turned.Words) > Orientation.SureOf(page.Words) ? turned : page;
    }

    private static PrintedPage Empty(int number, GrayPicture picture) => new(number, picture.Width * Scale, picture.Height * Scale, []);

    private static PrintedPage AsItLies(int number, GrayPicture picture, WorkFolder folder, ProgramLimits limits, CancellationToken cancellation)
    {
        var page = Empty(number, picture);
        var threshold = picture.InkThreshold();
        picture = Straightening.Turned(picture, Straightening.AngleOf(picture), 1);
        var rules = RuleFinding.Of(picture, DotsPerInch);
        var parts = Parts(picture, RuledGrid.Of(rules), threshold);
        var files = parts.Select((part, i) => Put(folder, $"part{i}.pgm", part.Picture)).ToList();
        if (files.Count == 0)
            return page;
        var words = Tesseract.Recognize(folder, files, DotsPerInch, limits, cancellation)
            .Where(word => word.Picture >= 0 && word.Picture < parts.Count)
            .Select(word => new PageWord(word.Text, Placed(word.Box, parts[word.Picture]), word.Confidence));
        foreach (var file in files)
            File.Delete(Path.Combine(folder.Path, file));
        return page with { Words = [.. words], Rules = rules };
    }

    private sealed record Part(GrayPicture Picture, int Left, int Top);

    private static List<Part> Parts(GrayPicture picture, List<RuledGrid> grids, int threshold)
    {
        var parts = new List<Part>();
        foreach (var grid in grids)
        {
            foreach (var cell in grid.Cells)
            {
                // The lines themselves are left out.
                var inset = (int)(1.6 / Scale);
                var (left, top) = ((int)(cell.Box.Left / Scale) + inset, (int)(cell.Box.Top / Scale) + inset);
                var (right, bottom) = ((int)(cell.Box.Right / Scale) - inset, (int)(cell.Box.Bottom / Scale) - inset);
                var part = picture.Part(left, top, right, bottom, Margin);
                if (part.HasInk(threshold, LeastInk / 2))
                    parts.Add(new Part(part, left - Margin, top - Margin));
            }
        }
        var rest = picture with { Pixels = (byte[])picture.Pixels.Clone() };
        foreach (var grid in grids)
        {
            var edge = 3;
            rest.Whiten((int)((grid.Box.Left - edge) / Scale), (int)((grid.Box.Top - edge) / Scale), (int)((grid.Box.Right + edge) / Scale),
                (int)((grid.Box.Bottom + edge) / Scale));
        }
        if (rest.HasInk(threshold, LeastInk))
            parts.Add(new Part(rest, 0, 0));
        return parts;
    }

    private static Box Placed(Box box, Part part) => new(
        (box.Left + part.Left) * Scale, (box.Top + part.Top) * Scale, (box.Right + part.Left) * Scale, (box.Bottom + part.Top) * Scale);

    private static string Put(WorkFolder folder, string name, GrayPicture picture)
    {
        using var file = File.Create(Path.Combine(folder.Path, name));
        picture.WriteTo(file);
        return name;
    }
}

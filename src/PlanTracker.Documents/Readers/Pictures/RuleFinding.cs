using PlanTracker.Documents.Readers.Pages;

namespace PlanTracker.Documents.Readers.Pictures;

/// <summary>Finds the ruled lines of a page in its picture: long thin runs that are darker than what lies on both sides of them. Filled areas have no such
/// sides, strokes of characters are short.</summary>
internal sealed class RuleFinding
{
    private const int Darker = 36;
    private const double Thickest = 5;
    private const double ShortestAcross = 14;
    private const double ShortestDown = 9;
    private const int MostRuns = 200_000;

    private readonly GrayPicture picture;
    private readonly double scale;
    private readonly int beside;
    private readonly int gap;

    private RuleFinding(GrayPicture picture, double dotsPerInch)
    {
        this.picture = picture;
        scale = 72 / dotsPerInch;
        beside = Math.Max(3, (int)Math.Round(2.2 / scale));
        gap = Math.Max(1, (int)Math.Round(0.8 / scale));
    }

    public static List<Rule> Of(GrayPicture picture, double dotsPerInch)
    {
        var finding = new RuleFinding(picture, dotsPerInch);
        return
        [
            .. finding.Lines(picture.Height, picture.Width, picture.Width, 1, ShortestAcross)
                .Select(line => new Rule(line.From * finding.scale, line.At * finding.scale, line.To * finding.scale, line.At * finding.scale)),
            .. finding.Lines(picture.Width, picture.Height, 1, picture.Width, ShortestDown)
                .Select(line => new Rule(line.At * finding.scale, line.From * finding.scale, line.At * finding.scale, line.To * finding.scale)),
        ];
    }

    private sealed class Line
    {
        public int From { get; set; }
        public int To { get; set; }
        public int LastTrack { get; set; }
        public long Dots { get; set; }
        public double Sum { get; set; }
        public double At => Sum / Dots;
    }

    /// <summary>Across: a track is a row of pixels, a step goes along it. Down: the same with the picture turned.</summary>
    private List<Line> Lines(int tracks, int length, int trackStep, int step, double shortest)
    {
        var least = (int)(shortest / scale);
        var open = new List<Line>();
        var done = new List<Line>();
        var runs = 0;
        for (var track = beside; track < tracks - beside; track++)
        {
            foreach (var (from, to) in Runs(track * trackStep, length, step, beside * trackStep, least / 2))
            {
                if (++runs > MostRuns)
                    return [];
                Take(open, track, from, to);
            }
            if (track % 8 == 0)
            {
                done.AddRange(open.Where(line => line.LastTrack < track - 2));
                open.RemoveAll(line => line.LastTrack < track - 2);
            }
        }
        done.AddRange(open);
        return [.. done.Where(line => line.To - line.From >= least && line.Dots * scale / (line.To - line.From) <= Thickest)];
    }

    // A line that is not quite level goes on in the next track where it left off.
    private void Take(List<Line> open, int track, int from, int to)
    {
        Line? its = null;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var line = open[i];
            if (line.LastTrack < track - 2 || from > line.To + gap || to < line.From - gap)
                continue;
            if (its is null)
            {
                its = line;
                continue;
            }
            its.From = Math.Min(its.From, line.From);
            its.To = Math.Max(its.To, line.To);
            its.Dots += line.Dots;
            its.Sum += line.Sum;
            open.RemoveAt(i);
        }
        if (its is null)
            open.Add(its = new Line { From = from, To = to });
        its.From = Math.Min(its.From, from);
        its.To = Math.Max(its.To, to);
        its.LastTrack = track;
        its.Dots += to - from;
        its.Sum += (double)track * (to - from);
    }

    private IEnumerable<(int From, int To)> Runs(int start, int length, int step, int side, int least)
    {
        var pixels = picture.Pixels;
        var (from, last) = (-1, -1);
        for (int i = 0, at = start; i < length; i++, at += step)
        {
            var pixel = pixels[at] + Darker;
            if (pixel <= pixels[at - side] && pixel <= pixels[at + side])
            {
                if (from < 0)
                    from = i;
                last = i;
            }
            else if (from >= 0 && i - last > gap)
            {
                if (last - from >= least)
                    yield return (from, last + 1);
                from = -1;
            }
        }
        if (from >= 0 && last - from >= least)
            yield return (from, last + 1);
    }
}

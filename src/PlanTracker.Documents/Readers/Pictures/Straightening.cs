namespace PlanTracker.Documents.Readers.Pictures;

/// <summary>Turns a page that lay askew on the scanner so that its lines are level, and brings it to another size.</summary>
internal static class Straightening
{
    private const double Most = 4;
    private const int Coarse = 4;
    private const int MostPoints = 150_000;

    /// <summary>The angle, in degrees, by which the lines of text fall to the right.</summary>
    public static double AngleOf(GrayPicture picture)
    {
        var points = DarkPoints(picture);
        if (points.Count < 200)
            return 0;
        var angle = Best(points, picture, 0, Most, 0.25);
        angle = Best(points, picture, angle, 0.25, 0.05);
        return Math.Abs(angle) < 0.08 ? 0 : angle;
    }

    /// <summary>The picture turned back by the angle and scaled.</summary>
    public static GrayPicture Turned(GrayPicture picture, double angle, double scale)
    {
        if (angle == 0 && Math.Abs(scale - 1) < 0.02)
            return picture;
        var (width, height) = ((int)(picture.Width * scale), (int)(picture.Height * scale));
        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var fromMiddle = (y - (height / 2.0)) / scale;
            for (var x = 0; x < width; x++)
            {
                var across = (x - (width / 2.0)) / scale;
                var sourceX = (across * cos) - (fromMiddle * sin) + (picture.Width / 2.0);
                var sourceY = (across * sin) + (fromMiddle * cos) + (picture.Height / 2.0);
                pixels[(y * width) + x] = Sample(picture, sourceX, sourceY);
            }
        }
        return new GrayPicture(width, height, pixels);
    }

    private static byte Sample(GrayPicture picture, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left + 1 >= picture.Width || top + 1 >= picture.Height)
            return 255;
        var (dx, dy) = (x - left, y - top);
        var at = (top * picture.Width) + left;
        var pixels = picture.Pixels;
        var upper = (pixels[at] * (1 - dx)) + (pixels[at + 1] * dx);
        var lower = (pixels[at + picture.Width] * (1 - dx)) + (pixels[at + picture.Width + 1] * dx);
        return (byte)((upper * (1 - dy)) + (lower * dy) + 0.5);
    }

    private static List<(int X, int Y)> DarkPoints(GrayPicture picture)
    {
        var points = new List<(int X, int Y)>();
        var threshold = picture.InkThreshold();
        for (var y = 0; y < picture.Height; y += Coarse)
        {
            for (var x = 0; x < picture.Width; x += Coarse)
            {
                if (picture.Pixels[(y * picture.Width) + x] < threshold && points.Count < MostPoints)
                    points.Add((x, y));
            }
        }
        return points;
    }

    // Lines of text are level where the rows of the picture differ most: full ones and empty ones.
    private static double Best(List<(int X, int Y)> points, GrayPicture picture, double around, double reach, double step)
    {
        var (best, most) = (around, -1L);
        var rows = new int[(2 * picture.Height / Coarse) + 2];
        for (var angle = around - reach; angle <= around + reach + (step / 2); angle += step)
        {
            Array.Clear(rows);
            var slope = Math.Tan(angle * Math.PI / 180);
            foreach (var (x, y) in points)
            {
                var row = (int)(((y - ((x - (picture.Width / 2.0)) * slope)) / Coarse) + (picture.Height / 2.0 / Coarse));
                if (row >= 0 && row < rows.Length)
                    rows[row]++;
            }
            var sum = rows.Sum(static count => (long)count * count);
            if (sum > most || (sum == most && Math.Abs(angle) < Math.Abs(best)))
                (best, most) = (angle, sum);
        }
        return best;
    }
}

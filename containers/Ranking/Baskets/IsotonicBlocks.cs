using Point = Recommender.Ranking.Baskets.CalibrationSample.Point;

namespace Recommender.Ranking.Baskets;

/// <summary>
/// Isotonic regression of the outcome on the margin: the ascending step function of least squared error, by pooling adjacent
/// violators (Ayer, Brunk, Ewing, Reid and Silverman 1955; as a calibration, Zadrozny and Elkan, KDD 2002).
/// </summary>
internal static class IsotonicBlocks
{
    /// <summary>
    /// Rows of either label in a block at least (10), by joining neighbours: a rate of 0 or 1, or one that follows from two
    /// or three rows, is none to bet on.
    /// </summary>
    public const int LeastOfLabel = 10;

    /// <summary>The blocks, margins and rates strictly ascending; one block where there are too few rows of a label.</summary>
    public static IReadOnlyList<Point> Fit(CalibrationSample sample) => Joined(Pooled(sample.Points));

    /// <summary>The least-squares fit itself.</summary>
    internal static List<Point> Pooled(ReadOnlySpan<Point> points)
    {
        var blocks = new List<Point>();
        foreach (var point in points)
        {
            var block = point;
            while (blocks.Count > 0 && blocks[^1].Rate >= block.Rate)
            {
                block = blocks[^1].With(block);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        return blocks;
    }

    /// <summary>A mean of ascending rates lies between them, so that joined neighbours still ascend.</summary>
    private static List<Point> Joined(List<Point> blocks)
    {
        var joined = new List<Point>();
        Point? open = null;
        foreach (var block in blocks)
        {
            var wider = open?.With(block) ?? block;
            open = wider;
            if (Suffices(wider))
            {
                joined.Add(wider);
                open = null;
            }
        }

        if (open is { } rest)
        {
            var last = joined.Count == 0 ? rest : joined[^1].With(rest);
            joined.RemoveRange(Math.Max(joined.Count - 1, 0), Math.Min(joined.Count, 1));
            joined.Add(last);
        }

        return joined;
    }

    private static bool Suffices(Point block) => block.Positives >= LeastOfLabel && block.Rows - block.Positives >= LeastOfLabel;
}

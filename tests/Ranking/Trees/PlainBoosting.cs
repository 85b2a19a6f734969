namespace Recommender.Ranking.Tests.Trees;

/// <summary>
/// Boosting as a textbook has it, slow and exact: every threshold of every column is tried on the rows themselves, in double,
/// with rows that lack a value on either side. No bins, no histograms, no rounding.
/// </summary>
internal sealed class PlainBoosting(float[][] rows, float[] labels, double learningRate, int leaves, int minRows, double l2)
{
    private readonly double[] _margins = Start(labels);

    /// <summary>Grows trees and gives the rows' margins after them.</summary>
    public double[] Train(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var probabilities = _margins.Select(margin => 1 / (1 + Math.Exp(-margin))).ToArray();
            var g = probabilities.Select((p, row) => p - labels[row]).ToArray();
            var h = probabilities.Select(p => p * (1 - p)).ToArray();
            foreach (var leaf in Grow(g, h))
            {
                var value = -learningRate * leaf.Sum(row => g[row]) / (leaf.Sum(row => h[row]) + l2);
                foreach (var row in leaf)
                {
                    _margins[row] += value;
                }
            }
        }

        return _margins;
    }

    private static double[] Start(float[] labels)
    {
        var mean = labels.Average(label => (double)label);
        return [.. labels.Select(_ => Math.Log(mean / (1 - mean)))];
    }

    private List<int[]> Grow(double[] g, double[] h)
    {
        var done = new List<(int[] Rows, double Gain, int[] Left)> { Best([.. Enumerable.Range(0, rows.Length)], g, h) };
        while (done.Count < leaves)
        {
            var best = done.MaxBy(leaf => leaf.Gain);
            if (best.Gain <= 1e-9)
            {
                break;
            }

            done.Remove(best);
            done.Add(Best(best.Left, g, h));
            done.Add(Best([.. best.Rows.Except(best.Left)], g, h));
        }

        return [.. done.Select(leaf => leaf.Rows)];
    }

    private (int[] Rows, double Gain, int[] Left) Best(int[] leaf, double[] g, double[] h)
    {
        double Score(IReadOnlyCollection<int> part) => Math.Pow(part.Sum(row => g[row]), 2) / (part.Sum(row => h[row]) + l2);
        var (gain, left) = (0.0, Array.Empty<int>());
        foreach (var column in Enumerable.Range(0, rows[0].Length))
        {
            foreach (var threshold in leaf.Select(row => rows[row][column]).Where(value => !float.IsNaN(value)).Distinct())
            {
                foreach (var missingLeft in (bool[])[false, true])
                {
                    var side = leaf.Where(row => float.IsNaN(rows[row][column]) ? missingLeft : rows[row][column] <= threshold).ToArray();
                    var other = leaf.Except(side).ToArray();
                    var more = side.Length < minRows || other.Length < minRows ? 0 : Score(side) + Score(other) - Score(leaf);
                    (gain, left) = more > gain ? (more, side) : (gain, left);
                }
            }
        }

        return (leaf, gain, left);
    }
}

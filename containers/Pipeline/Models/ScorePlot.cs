using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Models;

/// <summary>A plot in text: the score of each trial, and the best so far.</summary>
/// <param name="scores">The scores, in the order of the trials; where there are many, each column is the best of a few.</param>
internal sealed class ScorePlot(IReadOnlyList<double> scores)
{
    private const int Rows = 8;
    private const int MostColumns = 60;

    /// <summary>Writes it; nothing where there are fewer than two scores.</summary>
    public void Write(TextWriter output)
    {
        if (scores.Count < 2)
        {
            return;
        }

        var columns = scores.Chunk((scores.Count + MostColumns - 1) / MostColumns).Select(some => some.Max()).ToList();
        var (low, high) = (columns.Min(), columns.Max());
        output.WriteLine("first rung: NDCG@10 of each trial (•) and the best so far (─)");
        for (var row = Rows - 1; row >= 0; row--)
        {
            var best = double.NegativeInfinity;
            var cells = columns.Select(score =>
            {
                best = Math.Max(best, score);
                return Row(score, low, high) == row ? '•' : Row(best, low, high) == row ? '─' : ' ';
            });
            var label = row == Rows - 1 ? HumanText.Metric(high) : row == 0 ? HumanText.Metric(low) : "";
            output.WriteLine($"{label,7} │{string.Concat(cells)}".TrimEnd());
        }

        output.WriteLine($"{"",7} └{new string('─', columns.Count)}");
    }

    private static int Row(double score, double low, double high) => high > low ? (int)Math.Round((score - low) / (high - low) * (Rows - 1)) : 0;
}

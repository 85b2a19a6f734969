namespace Recommender.Ranking.Evaluation;

/// <summary>A confidence interval.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
internal readonly record struct Interval(double Low, double High)
{
    /// <summary>
    /// The percentile interval of resampled values, those that are no number left out: the quantiles at (1 ∓ confidence)/2,
    /// between two values linearly. Null where there is no number.
    /// </summary>
    public static Interval? OfResamples(ReadOnlySpan<double> values, double confidence)
    {
        var sorted = Numbers(values);
        Array.Sort(sorted);
        return sorted.Length == 0 ? null : new Interval(Quantile(sorted, (1 - confidence) / 2), Quantile(sorted, (1 + confidence) / 2));
    }

    /// <summary>
    /// The two-sided p-value that the truth behind resampled differences is 0: twice the share of those on the other side of 0,
    /// or on it, one more counted on either side, at most 1 (Davison and Hinkley, "Bootstrap methods", 1997). Null where there is no number.
    /// </summary>
    public static double? PValue(ReadOnlySpan<double> differences)
    {
        var numbers = Numbers(differences);
        var side = Math.Min(numbers.Count(value => value <= 0), numbers.Count(value => value >= 0));
        return numbers.Length == 0 ? null : Math.Min(1, 2.0 * (1 + side) / (numbers.Length + 1));
    }

    /// <summary>The interval within bounds.</summary>
    public Interval Within(double least, double most) => new(Math.Clamp(Low, least, most), Math.Clamp(High, least, most));

    private static double[] Numbers(ReadOnlySpan<double> values) => Array.FindAll(values.ToArray(), value => !double.IsNaN(value));

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}

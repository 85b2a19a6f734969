namespace Recommender.Ranking.Tuning;

/// <summary>A setting that can be tuned, and where its values lie.</summary>
/// <param name="Name">Its name: lower case, words joined by underscores.</param>
/// <param name="Meaning">What it does, in a sentence.</param>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
/// <param name="Default">The value where nothing was tuned.</param>
internal sealed record TuningParameter(string Name, string Meaning, double Low, double High, double Default)
{
    /// <summary>Whether values are whole numbers. Default false.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether values are drawn evenly over their logarithm. Default false: evenly over the values.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>The value at a place of the range.</summary>
    /// <param name="place">From 0, the least value, to 1, the greatest.</param>
    public double At(double place)
    {
        // The ends of whole numbers are as likely as the others.
        var (low, high) = IsWhole ? (Low - 0.5, High + 0.5) : (Low, High);
        low = IsLogarithmic && IsWhole ? Math.Max(low, 0.5) : low;
        var value = IsLogarithmic ? low * Math.Pow(high / low, place) : low + ((high - low) * place);
        return Math.Clamp(IsWhole ? Math.Round(value) : value, Low, High);
    }
}

namespace Recommender.Ranking.Evaluation;

/// <summary>How intervals and tests are made.</summary>
internal sealed record BootstrapOptions
{
    /// <summary>With fewer users (10) there is no saying how noisy a figure is: no interval, no test.</summary>
    public const int LeastUsers = 10;

    /// <summary>
    /// More users than this (2,048) are drawn in so many groups of about equal size, made without regard to what they bought: the
    /// spread of a figure comes out the same, give or take 2 %, at a cost that does not grow with the shop.
    /// </summary>
    public const int MostDraws = 2_048;

    /// <summary>How often users are drawn anew, at least 100. Default 1,000.</summary>
    public int Resamples { get; init; } = 1_000;

    /// <summary>Share of resamples within an interval, above 0 and below 1. Default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Of the draws. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads to use, at least 1; the figures do not depend on it. Default: one per processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks all options.</summary>
    /// <exception cref="ArgumentException">Names every fault.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Resamples < 100)
        {
            faults.Add($"{nameof(Resamples)} is {Resamples}; it must be at least 100.");
        }

        if (!(Confidence > 0 && Confidence < 1))
        {
            faults.Add($"{nameof(Confidence)} is {Confidence}; it must be above 0 and below 1.");
        }

        if (Threads < 1)
        {
            faults.Add($"{nameof(Threads)} is {Threads}; it must be at least 1.");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException("Bootstrap options: " + string.Join(" ", faults));
        }
    }
}

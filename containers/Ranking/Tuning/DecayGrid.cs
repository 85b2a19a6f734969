namespace Recommender.Ranking.Tuning;

/// <summary>The settings that <see cref="DecayTuning"/> tries: every combination of the three lists, the last list fastest.</summary>
internal sealed record DecayGrid
{
    /// <summary>m. Default 1, 2, 3, 5, 7, 10.</summary>
    public IReadOnlyList<int> Groups { get; init; } = [1, 2, 3, 5, 7, 10];

    /// <summary>r_b. Default 0.8, 0.85, 0.9, 0.95, 1.</summary>
    public IReadOnlyList<double> BasketDecays { get; init; } = [0.8, 0.85, 0.9, 0.95, 1];

    /// <summary>r_g. Default 0.5, 0.6, 0.7, 0.8, 0.9, 1.</summary>
    public IReadOnlyList<double> GroupDecays { get; init; } = [0.5, 0.6, 0.7, 0.8, 0.9, 1];

    /// <summary>Checks that there is something to try; the values are checked as settings.</summary>
    /// <exception cref="ArgumentException">Names every fault.</exception>
    public void Validate()
    {
        var empty = new List<string>();
        void NotEmpty<T>(string name, IReadOnlyList<T> values)
        {
            if (values.Count == 0)
            {
                empty.Add($"{name} is empty.");
            }
        }

        NotEmpty(nameof(Groups), Groups);
        NotEmpty(nameof(BasketDecays), BasketDecays);
        NotEmpty(nameof(GroupDecays), GroupDecays);
        if (empty.Count > 0)
        {
            throw new ArgumentException("Decay grid: " + string.Join(" ", empty));
        }
    }
}

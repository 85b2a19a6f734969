namespace Recommender.Ranking.Candidates;

/// <summary>How many products that a user never bought each source may add to the candidates. His history is always whole.</summary>
internal sealed record CandidateSettings
{
    /// <summary>Products bought together with recent ones, at least 0. Default 15.</summary>
    public int Similar { get; init; } = 15;

    /// <summary>Products of similar users, at least 0. Default 15.</summary>
    public int Neighbours { get; init; } = 15;

    /// <summary>Products popular in the user's departments, at least 0. Default 10.</summary>
    public int Department { get; init; } = 10;

    /// <summary>Products popular with all, and as many again that are trending, at least 0. Default 10.</summary>
    public int Popular { get; init; } = 10;

    /// <summary>The most that all sources can add.</summary>
    public int Most => Similar + Neighbours + Department + (2 * Popular);

    /// <summary>Says what is wrong with the settings.</summary>
    public IEnumerable<string> Faults() =>
        new[] { (nameof(Similar), Similar), (nameof(Neighbours), Neighbours), (nameof(Department), Department), (nameof(Popular), Popular) }
            .Where(setting => setting.Item2 < 0)
            .Select(setting => $"Candidates.{setting.Item1} is {setting.Item2}; it must be at least 0.");
}

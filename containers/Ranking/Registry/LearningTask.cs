using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Registry;

/// <summary>What to learn from, and how.</summary>
internal sealed record LearningTask
{
    /// <summary>The shop; every user's prior orders are in it.</summary>
    public required ShopHistory Shop { get; init; }

    /// <summary>Known next baskets; those of users that are not to be fitted on are left out.</summary>
    public required TruthBaskets Baskets { get; init; }

    /// <summary>Whether the user with an id may be learnt from, of whom then earlier baskets are targets, too. Never true of a test user.</summary>
    public required Func<long, bool> IsFit { get; init; }

    /// <summary>By name, the tunable settings; those that are not named have their defaults.</summary>
    public IReadOnlyDictionary<string, double> Settings { get; init; } = new Dictionary<string, double>();

    /// <summary>Share of the rows that a training may take at most, above 0 to 1, for quick trials. Default 1.</summary>
    public double RowShare { get; init; } = 1;

    /// <summary>The seed of all that is drawn.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads to use, at least 1; the model does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Takes what is being done, in a few words, and the share of it that is done (0 to 1, −1 where unknown); called on any thread.</summary>
    public Action<string, double> Progress { get; init; } = (_, _) => { };
}

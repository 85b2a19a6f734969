namespace Recommender.Ranking.Learning;

/// <summary>What a model was trained on, and how it went.</summary>
/// <param name="Users">Users learnt from.</param>
/// <param name="Targets">Baskets learnt from.</param>
/// <param name="Rows">Pairs of a user's basket and a candidate learnt from.</param>
/// <param name="HeldOutTargets">Baskets held out to decide when to stop, and to calibrate.</param>
/// <param name="HeldOutRows">Their pairs.</param>
/// <param name="HeldOutLogLoss">Mean log loss over these, calibrated on them, of the model trained without them.</param>
internal sealed record TrainingFacts(int Users, int Targets, int Rows, int HeldOutTargets, int HeldOutRows, double HeldOutLogLoss)
{
    /// <summary>Users that could have been learnt from, of whom <see cref="Users"/> are a sample; 0 where an older version did not say.</summary>
    public int FitUsers { get; init; }

    /// <summary>How many of a user's own earlier baskets were targets at most; 0 where there were none, or an older version did not say.</summary>
    public int EarlierTargets { get; init; }

    /// <summary>Whether the rows were so few that trees learnt slowly (<see cref="RankerSettings.SlowRows"/>).</summary>
    public bool IsSlow { get; init; }
}

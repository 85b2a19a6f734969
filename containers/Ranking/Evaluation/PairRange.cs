namespace Recommender.Ranking.Evaluation;

/// <summary>The part of a <see cref="PairReport"/> about some users in a row.</summary>
internal sealed record PairRange
{
    public List<double> Scores { get; } = [];

    public List<bool> Outcomes { get; } = [];

    public List<int> Users { get; } = [];

    public List<double> F1 { get; } = [];

    public List<double> CandidateRecall { get; } = [];
}

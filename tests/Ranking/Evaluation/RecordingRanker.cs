using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tests.Evaluation;

/// <summary>Remembers the lists that another ranker gave; for one thread.</summary>
internal sealed class RecordingRanker(IRanker inner) : IRanker
{
    public List<ScoredItem> Lists { get; } = [];

    public string Name => inner.Name;

    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        var count = inner.Rank(user, top, workspace);
        Lists.AddRange(top[..count]);
        return count;
    }
}

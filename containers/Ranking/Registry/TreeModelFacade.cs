using System.Globalization;
using Recommender.Ranking.Features;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Reasons;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Registry;

/// <summary>A model of trees as the registry sees it.</summary>
/// <param name="learner">Knows shops.</param>
/// <param name="model">The model.</param>
internal sealed class TreeModelFacade(TreeLearner learner, RankerModel model) : ILearntModel
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Settings => TreeLearnerSettings.Values(model.Settings);

    /// <inheritdoc/>
    public long Users => model.Facts.Users;

    /// <inheritdoc/>
    public long Rows => model.Facts.Rows;

    /// <inheritdoc/>
    public string Remarks
    {
        get
        {
            var (facts, settings) = (model.Facts, model.Settings);
            var leavesOut = facts.Users < facts.FitUsers || (facts.FitUsers > 0 && facts.EarlierTargets < settings.EarlierTargets);
            return string.Join(' ', new[]
            {
                leavesOut
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"To keep to about {settings.MostRows:N0} rows it learnt from {facts.Users:N0} of the {facts.FitUsers:N0} users to fit on, and beside each one's next basket from the newest {facts.EarlierTargets:N0} before it.")
                    : null,
                facts.IsSlow ? "So few rows leave time: it learnt at half the learning_rate below, in up to twice the rounds, each of two thirds of column_fraction." : null,
            }.OfType<string>());
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string Feature, double Share)> Importances => [.. model.Importances().Select(importance => (importance.Name, importance.Gain))];

    /// <inheritdoc/>
    public byte[] ToFile()
    {
        using var file = new MemoryStream();
        model.Save(file);
        return file.ToArray();
    }

    /// <inheritdoc/>
    public ILearntScorer For(ShopHistory shop, int threads, CancellationToken cancellationToken) =>
        new Scorer(shop, new LearntRanker(learner.Knowledge(shop, model.Settings.Knowledge, threads, cancellationToken), model));

    private sealed class Scorer(ShopHistory shop, LearntRanker ranker) : ILearntScorer
    {
        public IRanker Ranker => ranker;

        public IPairScorer Pairs => ranker;

        public ScoreExplanation Explain(int user, int item) => ranker.Explain(user, item, new RankingWorkspace(shop.Histories));
    }
}

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
    public string? LeftOut => model.Facts.Users < model.Facts.FitUsers || (model.Facts.FitUsers > 0 && model.Facts.EarlierTargets < model.Settings.EarlierTargets)
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"To keep to about {model.Settings.MostRows:N0} rows it learnt from {model.Facts.Users:N0} of the {model.Facts.FitUsers:N0} users to fit on, and beside each one's next basket from the newest {model.Facts.EarlierTargets:N0} before it.")
        : null;

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

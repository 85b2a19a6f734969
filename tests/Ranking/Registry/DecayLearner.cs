using System.Text;
using Recommender.Lake.Errors;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Reasons;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Tests.Registry;

/// <summary>The least of learners: decayed frequency with tunable decays. A model's file is its settings.</summary>
internal sealed class DecayLearner : IModelLearner
{
    public string Version => "decay 1";

    public TuningSpace Space { get; } = new(
    [
        new("basket_decay", "Weight of a basket relative to the next newer one.", 0.05, 1, 0.9),
        new("group_decay", "Weight of a group of baskets relative to the next newer one.", 0.05, 1, 0.7),
        new("groups", "Into how many groups a history is cut.", 1, 8, 3) { IsWhole = true },
    ]);

    /// <summary>Whether its models rank the wrong way round.</summary>
    public bool IsBad { get; init; }

    /// <summary>Makes models of other bytes that rank alike.</summary>
    public int Mark { get; init; }

    /// <summary>What else happens when a model is trained.</summary>
    public Action AtTraining { get; init; } = () => { };

    /// <summary>What it was asked to learn.</summary>
    public List<LearningTask> Tasks { get; } = [];

    /// <summary>How many models it has trained.</summary>
    public int Trained => Tasks.Count;

    public ILearntModel? Train(LearningTask task, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Tasks.Add(task);
        AtTraining();
        var settings = new SortedDictionary<string, double>(Space.Defaults.ToDictionary(), StringComparer.Ordinal);
        foreach (var (name, value) in task.Settings)
        {
            settings[name] = value;
        }

        settings["seed"] = task.Seed;
        settings["bad"] = IsBad ? 1 : 0;
        settings["mark"] = Mark;
        task.Progress("learning", 1);
        return new Model(settings);
    }

    public ILearntModel Load(byte[] file, string name)
    {
        try
        {
            return new Model(SettingsJson.Read(Encoding.UTF8.GetString(file)).ToDictionary());
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or InvalidOperationException)
        {
            throw new EnvironmentException($"{name} is no model of {Version}", error);
        }
    }

    private sealed class Model(IReadOnlyDictionary<string, double> settings) : ILearntModel
    {
        public IReadOnlyDictionary<string, double> Settings => settings;

        public long Users => 1;

        public long Rows => 1;

        public string Remarks => "It left something out.";

        public IReadOnlyList<(string Feature, double Share)> Importances => [("decayed_count", 1)];

        public byte[] ToFile() => Encoding.UTF8.GetBytes(SettingsJson.Write(settings.OrderBy(setting => setting.Key, StringComparer.Ordinal)));

        public ILearntScorer For(ShopHistory shop, int threads, CancellationToken cancellationToken) => new Scorer(shop, new DecaySettings
        {
            BasketDecay = settings["basket_decay"], GroupDecay = settings["group_decay"], Groups = (int)settings["groups"],
        }, settings["bad"] > 0);
    }

    private sealed class Scorer(ShopHistory shop, DecaySettings settings, bool isBad) : ILearntScorer, IRanker, IPairScorer
    {
        private readonly DecayedFrequencyRanker _ranker = new(shop.Histories, settings);

        public IRanker Ranker => this;

        public IPairScorer Pairs => this;

        public string Name => "learnt";

        public bool IsProbability => true;

        public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
        {
            if (!isBad)
            {
                return _ranker.Rank(user, top, workspace);
            }

            var all = new ScoredItem[shop.Histories.Products.Count];
            var count = _ranker.Rank(user, all, workspace);
            Array.Reverse(all, 0, count);
            count = Math.Min(count, top.Length);
            all.AsSpan(0, count).CopyTo(top);
            return count;
        }

        public void Score(int user, PairScores scores, RankingWorkspace workspace)
        {
            scores.Clear();
            var top = new ScoredItem[shop.Histories.Products.Count];
            var count = _ranker.Rank(user, top, workspace);
            foreach (var item in top[..count].OrderBy(item => item.Item))
            {
                scores.Add(item.Item, item.Score / (item.Score + 1), bought: true);
            }
        }

        public ScoreExplanation Explain(int user, int item)
        {
            var scores = new PairScores();
            Score(user, scores, new RankingWorkspace(shop.Histories));
            var at = scores.Items.IndexOf(item);
            var probability = at < 0 ? 0 : scores.Scores[at];
            return new ScoreExplanation(probability, 0, probability, at >= 0, [new FeatureContribution("decayed_count", "Orders with the product, the older the less.", probability, probability)]);
        }
    }
}

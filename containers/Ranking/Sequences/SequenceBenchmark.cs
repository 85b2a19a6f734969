using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Sequences;

/// <summary>
/// Trains rankers on a key set's train users, chooses among settings on its val users, ranks for its test users, and measures
/// on val and test users as far as their next baskets are known. Those of test users are never learnt from, and may be missing.
/// </summary>
public sealed class SequenceBenchmark
{
    /// <summary>The learnt ranker's name where items are known from histories alone.</summary>
    public const string FromHistories = "learnt";

    /// <summary>The learnt ranker's name where items are known from the train users' next baskets, too.</summary>
    public const string WithTrend = "learnt_with_trend";

    private readonly SequenceSet _set;
    private readonly BenchmarkOptions _options;
    private readonly IProgress<StepProgress> _progress;
    private readonly UserHistories _histories;
    private readonly FitBaskets _fit;
    private readonly SequenceMeasures _measures;
    private readonly GlobalTopRanker _globalTop;

    /// <summary>A benchmark over these users.</summary>
    /// <param name="set">The users.</param>
    /// <param name="options">Options.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public SequenceBenchmark(SequenceSet set, BenchmarkOptions options, IProgress<StepProgress> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        (_set, _options, _progress) = (set, options, progress);
        progress.Report(new StepProgress("sorting histories", -1, set.Sequences.Count));
        _histories = SequenceHistories.Build(set, options.Threads, cancellation);
        _fit = new FitBaskets(_histories, SequenceHistories.Truth(set, SequencePart.Train), id => set.Of(id).Part == SequencePart.Train);
        _measures = new SequenceMeasures(set, _histories, options.Threads);
        _globalTop = new GlobalTopRanker(_histories);
    }

    /// <summary>All that was measured so far.</summary>
    public IReadOnlyList<BenchmarkMetrics> Metrics => _measures.Metrics;

    /// <summary>Measures what the learnt ranker is compared with: what all buy most, and what each user buys most.</summary>
    public void MeasureBaselines(CancellationToken cancellation)
    {
        _progress.Report(new StepProgress("measuring baselines", -1, 0));
        _measures.Add([_globalTop, new FilledRanker(new PersonalTopRanker(_histories), _globalTop, "personal_top")], cancellation);
    }

    /// <summary>Trains a ranker, measures it, and ranks for the test users.</summary>
    /// <param name="trend">Whether the train users' next baskets show what is trending, to users other than their own.</param>
    /// <param name="statistics">A database whose <c>ml.product_statistics</c> says what is known of items: with next baskets where they are to show trends.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="CallerException">There are too few baskets to learn from.</exception>
    public BenchmarkResult Learn(bool trend, DuckDbConnection statistics, CancellationToken cancellation) =>
        Learn(trend, ItemStatisticsReader.Read(_histories.Products, statistics, cancellation), cancellation);

    /// <inheritdoc cref="Learn(bool, DuckDbConnection, CancellationToken)"/>
    internal BenchmarkResult Learn(bool trend, ItemStatistics statistics, CancellationToken cancellation)
    {
        var name = trend ? WithTrend : FromHistories;
        var shop = new ShopHistory(_histories, ProductSegments.FromColumns(_histories.Products, [], [], new Dictionary<long, string>()))
        {
            Statistics = statistics,
            NextBaskets = trend ? _fit.Next : null,
        };
        var settings = _options.Training with { Seed = _options.Seed, Threads = _options.Threads };
        _progress.Report(new StepProgress($"{name}: gathering what is known of items", -1, 0));
        var knowledge = ShopKnowledge.Gather(shop, settings.Knowledge, _options.Threads, cancellation);
        var filled = new FilledRanker(Best(name, knowledge, settings, cancellation), _globalTop, name);
        _progress.Report(new StepProgress($"{name}: measuring", -1, 0));
        _measures.Add([filled], cancellation);
        return new BenchmarkResult
        {
            Ranker = name,
            Lists = Lists(filled, cancellation),
            CandidateRecall = _measures.CandidateRecall(knowledge, settings.Candidates, cancellation),
        };
    }

    private LearntRanker Best(string name, ShopKnowledge knowledge, RankerSettings settings, CancellationToken cancellation)
    {
        var model = new RankerTrainer(new GradientBoostedTrees(), settings).Train(knowledge, _fit, new Relay(name, _progress), cancellation)
            ?? throw new CallerException(
                $"there is too little to learn from: {_fit.Users.Count} train users; at least 20 baskets of theirs must come after {settings.LeastKnown} others of the same user");
        LearntRanker Weighted(double weight) => new(
            knowledge, new RankerModel(model.Settings with { RankingWeight = weight }, model.Logistic, model.Ranking, model.Calibration, model.Facts), name);

        var best = Weighted(_options.RankingWeights[0]);
        if (_measures.Knows(SequencePart.Val))
        {
            _progress.Report(new StepProgress($"{name}: choosing on val users", -1, 0));
            var quality = _measures.Quality(best, SequencePart.Val, cancellation);
            foreach (var other in _options.RankingWeights.Skip(1).Select(Weighted))
            {
                var others = _measures.Quality(other, SequencePart.Val, cancellation);
                (best, quality) = others > quality ? (other, others) : (best, quality);
            }
        }

        return best;
    }

    private List<(string User, int[] Items)> Lists(FilledRanker ranker, CancellationToken cancellation)
    {
        const int BlockLength = 4096;
        var places = Enumerable.Range(0, _set.Ids.Count).Where(place => _set.Sequences[place].Part == SequencePart.Test).ToArray();
        var lists = new List<(string, int[])>(places.Length);
        var batch = new BatchRanker(_histories, ranker, _options.Threads);
        var block = new RankedBlock(Math.Clamp(places.Length, 1, BlockLength), _options.K);
        foreach (var chunk in places.Chunk(BlockLength))
        {
            _progress.Report(new StepProgress($"{ranker.Name}: ranking", (double)lists.Count / places.Length, lists.Count));
            batch.Rank(Array.ConvertAll(chunk, place => _histories.Users.IndexOf(_set.Ids[place])), block, cancellation);
            for (var position = 0; position < chunk.Length; position++)
            {
                lists.Add((_set.Sequences[chunk[position]].User, [.. block.Items(position).ToArray().Select(item => (int)_histories.Products.Id(item.Item))]));
            }
        }

        return lists;
    }

    private sealed class Relay(string title, IProgress<StepProgress> progress) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => progress.Report(new StepProgress($"{title}: {value.Phase}", value.Fraction, 0));
    }
}

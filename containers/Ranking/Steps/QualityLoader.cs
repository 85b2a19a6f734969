using Recommender.Lake.Building;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Steps;

/// <summary>
/// Measures the rankers on the known last baskets of the test users, once for all the steps of a run that need it. A step that
/// comes while another measures waits for it.
/// </summary>
/// <param name="threads">Threads to measure with.</param>
/// <param name="isShared">Whether the run makes the table of metrics, too: then nothing is measured for the calibration alone.</param>
public sealed class QualityLoader(int threads, bool isShared)
{
    private readonly Lock _gate = new();
    private (string Snapshots, QualityReport Report)? _loaded;

    /// <summary>How often was measured, for tests.</summary>
    internal int Measurements { get; private set; }

    /// <summary>What figures follow from besides the inputs.</summary>
    internal static string Settings { get; } = $"{RankerFactory.Settings}, test buckets {UserSplit.TestBuckets}, {new BootstrapOptions { Threads = 1 }}";

    /// <summary>The report on the step's input snapshots; empty where no test user's last basket is known.</summary>
    internal QualityReport Load(ShopHistory shop, StepContext context, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_loaded?.Snapshots != Snapshots(context))
            {
                _loaded = (Snapshots(context), Measure(shop, context, (evaluation, scorers) => evaluation.Run(Rankers(shop), scorers, cancellationToken), cancellationToken));
            }

            return _loaded.Value.Report;
        }
    }

    /// <summary>The calibration of such a report, without measuring the rest where no other step asks for it.</summary>
    internal IReadOnlyList<CalibrationBin> LoadCalibration(ShopHistory shop, StepContext context, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return isShared || _loaded?.Snapshots == Snapshots(context)
                ? Load(shop, context, cancellationToken).Calibration
                : Measure(shop, context, (evaluation, scorers) => new QualityReport(0, [], evaluation.Curves(scorers, cancellationToken)), cancellationToken).Calibration;
        }
    }

    private static string Snapshots(StepContext context) => string.Join(' ', context.Inputs.SnapshotIds.Values);

    /// <summary>The published ranker first.</summary>
    private static IReadOnlyList<IRanker> Rankers(ShopHistory shop)
    {
        var published = RankerFactory.Published(shop).Name;
        return [.. RankerFactory.Evaluated(shop).OrderBy(ranker => ranker.Name == published ? 0 : 1)];
    }

    private QualityReport Measure(
        ShopHistory shop, StepContext context, Func<QualityEvaluation, IReadOnlyList<IPairScorer>, QualityReport> run, CancellationToken cancellationToken)
    {
        Measurements++;
        var truth = KnownBaskets.Read(context.Connection, cancellationToken);
        var test = truth.Where(UserSplit.IsTest);
        context.Progress.Report(new StepProgress("measuring", -1, test.Count));
        if (test.Count == 0)
        {
            // A delivery may know no last basket yet: there is nothing to measure, and the tables are empty.
            return new QualityReport(0, [], []);
        }

        var options = new QualityOptions { Bootstrap = new BootstrapOptions { Threads = threads } };
        return run(
            new QualityEvaluation(shop.Histories, test, shop.Aisles ?? shop.Departments, options),
            ScorerFactory.Measured(shop, truth.Where(user => !UserSplit.IsTest(user)), threads, cancellationToken));
    }
}

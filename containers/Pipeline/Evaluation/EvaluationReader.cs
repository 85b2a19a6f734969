using Recommender.Lake.DuckDb;
using Recommender.Lake.Snapshots;
using Recommender.Ranking.Steps;

namespace Recommender.Pipeline.Evaluation;

/// <summary>Reads <c>ml.evaluation</c> and <c>ml.calibration</c>.</summary>
internal static class EvaluationReader
{
    /// <summary>All metrics, the published ranker's first, then by model; none where the table has no snapshot.</summary>
    public static IReadOnlyList<MetricRow> Metrics(SnapshotStore store, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        if (store.Whole(RankingTables.Evaluation.Name, cancellationToken) is null)
        {
            return [];
        }

        var rows = new List<MetricRow>();
        using var result = connection.Query(
            "select model, published, segment, metric, k, users, value, low, high, lift, lift_low, lift_high, p_value from ml.evaluation order by not published, model, segment, metric, k", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            double? Number(int column, int row) => chunk.IsNull(column, row) ? null : chunk.Column<double>(column)[row];
            for (var row = 0; row < chunk.Count; row++)
            {
                rows.Add(new MetricRow
                {
                    Model = chunk.GetString(0, row),
                    Published = chunk.Column<bool>(1)[row],
                    Segment = chunk.GetString(2, row),
                    Metric = chunk.GetString(3, row),
                    K = chunk.Column<int>(4)[row],
                    Users = chunk.Column<long>(5)[row],
                    Value = chunk.Column<double>(6)[row],
                    Low = Number(7, row),
                    High = Number(8, row),
                    Lift = Number(9, row),
                    LiftLow = Number(10, row),
                    LiftHigh = Number(11, row),
                    PValue = Number(12, row),
                });
            }
        }

        return rows;
    }

    /// <summary>All bins, by model and bin; none where the table has no snapshot.</summary>
    public static IReadOnlyList<CalibrationRow> Calibration(SnapshotStore store, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        if (store.Whole(RankingTables.Calibration.Name, cancellationToken) is null)
        {
            return [];
        }

        var rows = new List<CalibrationRow>();
        using var result = connection.Query("select model, bin, predicted, observed, low, high, pairs from ml.calibration order by model, bin", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                double Number(int column) => chunk.Column<double>(column)[row];
                rows.Add(new CalibrationRow(chunk.GetString(0, row), chunk.Column<int>(1)[row], Number(2), Number(3), Number(4), Number(5), chunk.Column<long>(6)[row]));
            }
        }

        return rows;
    }
}

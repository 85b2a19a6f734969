using Recommender.Lake.Checks;
using Recommender.Lake.Tables;
using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Steps;

/// <content>How good the rankers are.</content>
public static partial class RankingTables
{
    /// <summary>Every metric of every ranker, one a row.</summary>
    public static TableDeclaration Evaluation { get; } = new()
    {
        Name = new TableName(Zone.Ml, "evaluation"),
        Description = "One metric of one ranker on the known last baskets of the test users, over one segment of them, with how sure it is and what the published ranker adds.",
        Columns =
        [
            new("model", ColumnType.Varchar, "The ranker, or the scorer of products of the history."),
            new("published", ColumnType.Boolean, "Whether it is the one whose lists are published, or that its lists are made with."),
            new("segment", ColumnType.Varchar, "Whose baskets: " + string.Join("; ", UserSegment.Segments.Select(segment => $"{segment.Name}: {segment.Description}")) + "."),
            new("metric", ColumnType.Varchar, "What is measured: " + string.Join(", ", EvaluationMetrics.All.Select(metric => metric.Name)) + "."),
            new("k", ColumnType.Integer, "Only the first k items of each list count; 0 for a metric that is not about lists."),
            new("users", ColumnType.BigInt, "Test users it is taken over: those it can be said of."),
            new("value", ColumnType.Double, "The value."),
            new("low", ColumnType.Double, "Lower end of its 95 % interval, by drawing users anew 1,000 times; none for fewer than 10 users.", Nullable: true),
            new("high", ColumnType.Double, "Upper end of it.", Nullable: true),
            new("lift", ColumnType.Double, "The published one's value minus this; none where that has none.", Nullable: true),
            new("lift_low", ColumnType.Double, "Lower end of the lift's 95 % interval, over the same draws.", Nullable: true),
            new("lift_high", ColumnType.Double, "Upper end of it.", Nullable: true),
            new("p_value", ColumnType.Double, "Two-sided, from the same draws: how likely so great a lift is where there is none.", Nullable: true),
        ],
        Grain = ["model", "segment", "metric", "k"],
        Checks =
        [
            new ValuesCheck("segment", [.. UserSegment.Segments.Select(segment => segment.Name)]),
            new ValuesCheck("metric", [.. EvaluationMetrics.All.Select(metric => metric.Name)]),
            new RangeCheck("k", 0, null),
            new RangeCheck("users", 1, null),
            new RangeCheck("value", 0, null),
            new RangeCheck("p_value", 0, 1),
            new NoRowsCheck("intervals do not end before they start", "select * from {table} where low > high or lift_low > lift_high"),
            new NoRowsCheck(
                "shares are at most 1",
                $"select * from {{table}} where metric in ({string.Join(", ", EvaluationMetrics.All.Where(metric => metric.Most == 1).Select(metric => $"'{metric.Name}'"))}) and value > 1 + 1e-9"),
        ],
    };

    /// <summary>Predicted probabilities beside what came.</summary>
    public static TableDeclaration Calibration { get; } = new()
    {
        Name = new TableName(Zone.Ml, "calibration"),
        Description = "Products of test users' histories that a scorer holds for about equally likely to be bought again, beside how many were.",
        Columns =
        [
            new("model", ColumnType.Varchar, "The scorer."),
            new("bin", ColumnType.Integer, "Place of the bin; the least likely products are in bin 1. Bins have about equally many pairs of a user and a product."),
            new("predicted", ColumnType.Double, "Mean predicted probability."),
            new("observed", ColumnType.Double, "Share of the pairs that came."),
            new("low", ColumnType.Double, "Lower end of the share's 95 % interval (Wilson)."),
            new("high", ColumnType.Double, "Upper end of it."),
            new("pairs", ColumnType.BigInt, "Pairs in the bin."),
        ],
        Grain = ["model", "bin"],
        Checks =
        [
            new RangeCheck("bin", 1, CalibrationCurve.MostBins),
            new RangeCheck("predicted", 0, 1),
            new RangeCheck("observed", 0, 1),
            new RangeCheck("pairs", 1, null),
            new NoRowsCheck("observed shares lie within their intervals", "select * from {table} where not (low <= observed + 1e-9 and observed <= high + 1e-9)"),
        ],
    };
}

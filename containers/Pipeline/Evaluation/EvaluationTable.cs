using Recommender.Pipeline.Console;
using Recommender.Ranking.Evaluation;

namespace Recommender.Pipeline.Evaluation;

/// <summary>Shows <c>ml.evaluation</c> as tables, each with its title first.</summary>
internal static class EvaluationTable
{
    private const string Legend = "± half a 95 % interval; ▼ below, ▲ above the first, the published, beyond noise";

    private static readonly (string Metric, int Importance)[] Hits =
    [
        (EvaluationMetrics.Recall, 0), (EvaluationMetrics.Ndcg, 5), (EvaluationMetrics.HitRate, 4), (EvaluationMetrics.RepeatRecall, 2),
        (EvaluationMetrics.ExploreRecall, 3), (EvaluationMetrics.NdcgCapped, 1),
    ];

    private static readonly (string Metric, int Importance)[] Pairs =
        [(EvaluationMetrics.Auc, 0), (EvaluationMetrics.F1, 3), (EvaluationMetrics.LogLoss, 2), (EvaluationMetrics.CalibrationError, 1), (EvaluationMetrics.CandidateRecall, 1)];

    private static readonly (string Metric, int Importance)[] Qualities =
    [
        (EvaluationMetrics.Coverage, 0), (EvaluationMetrics.Diversity, 5), (EvaluationMetrics.Novelty, 4), (EvaluationMetrics.PopularityBias, 3), (EvaluationMetrics.Gini, 2), (EvaluationMetrics.DistinctProducts, 1),
    ];

    private static readonly (string Metric, int Importance)[] BySegment = [(EvaluationMetrics.Recall, 0), (EvaluationMetrics.Ndcg, 3), (EvaluationMetrics.HitRate, 2), (EvaluationMetrics.Coverage, 1)];

    /// <summary>What a run shows at its end: how well the lists hit, a table per cutoff.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<MetricRow> rows)
    {
        var view = new EvaluationView(rows);
        WriteHits(terminal, view);
        WriteLegend(terminal, view);
    }

    /// <summary>What <c>evaluate</c> shows: all of it.</summary>
    public static void WriteAll(Terminal terminal, IReadOnlyList<MetricRow> rows)
    {
        var view = new EvaluationView(rows);
        WriteHits(terminal, view);
        WriteTable(terminal, "which products of the history are bought again", "model", view.Scorers.Select(model => (model, model)), Pairs, (model, metric) => view.Find(model, metric));
        foreach (var k in view.Cutoffs.Take(1))
        {
            WriteTable(terminal, $"what the lists of {k} are like", "model", view.Rankers.Select(model => (model, model)), Qualities, (model, metric) => view.Find(model, metric, k));
            foreach (var segment in view.Segments)
            {
                var users = view.Rankers.Select(model => view.Find(model, EvaluationMetrics.Recall, k, segment.Name)?.Users ?? 0).Max();
                WriteTable(
                    terminal, $"{segment.Name} users at {k}: {HumanText.Of(users, "test user")} with {segment.Description}", "model",
                    view.Rankers.Select(model => (model, model)), BySegment, (model, metric) => view.Find(model, metric, k, segment.Name));
            }
        }

        WriteLegend(terminal, view);
    }

    private static void WriteHits(Terminal terminal, EvaluationView view)
    {
        foreach (var k in view.Cutoffs)
        {
            var repeat = view.Find(view.Rankers[0], EvaluationMetrics.RepeatRecall, k)?.Users ?? 0;
            var explore = view.Find(view.Rankers[0], EvaluationMetrics.ExploreRecall, k)?.Users ?? 0;
            WriteTable(
                terminal, $"metrics at {k}: {HumanText.Of(view.Users, "test user")}, {HumanText.Count(repeat)} with repeats, {HumanText.Count(explore)} with new products",
                "model", view.Rankers.Select(model => (model, model)), Hits, (model, metric) => view.Find(model, metric, k), $"@{k}");
        }
    }

    private static void WriteTable(
        Terminal terminal, string title, string first, IEnumerable<(string Key, string Label)> lines, (string Metric, int Importance)[] metrics,
        Func<string, string, MetricRow?> find, string cutoff = "")
    {
        var rows = lines.Select(line => (line.Label, Cells: metrics.Select(metric => find(line.Key, metric.Metric)).ToList())).Where(row => row.Cells.Any(cell => cell is not null)).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine(title);
        var table = new TextTable([new TableColumn(first, Least: 24), .. metrics.Select(metric => new TableColumn(Header(metric.Metric, cutoff), Right: true, metric.Importance))]);
        foreach (var row in rows)
        {
            table.Add([row.Label, .. row.Cells.Select(MetricText.Cell)]);
        }

        table.Write(terminal.Out, terminal.Width);
    }

    /// <summary>The metric's name, with the cutoff where a short name has room for it.</summary>
    private static string Header(string metric, string cutoff) =>
        metric is EvaluationMetrics.Recall or EvaluationMetrics.Ndcg or EvaluationMetrics.HitRate ? $"{metric}{cutoff}  " : $"{metric}  ";

    private static void WriteLegend(Terminal terminal, EvaluationView view)
    {
        if (view.Rankers.Count > 0)
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(Legend);
        }
    }
}

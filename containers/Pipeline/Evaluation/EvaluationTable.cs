using System.Text.Json;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Console;
using Recommender.Ranking.Steps;

namespace Recommender.Pipeline.Evaluation;

/// <summary>Reads and shows <c>ml.evaluation</c>.</summary>
internal static class EvaluationTable
{
    /// <summary>All rows, the best recall first; none where the table has no snapshot.</summary>
    public static IReadOnlyList<MetricRow> Read(SnapshotStore store, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        if (store.Whole(RankingTables.Evaluation.Name, cancellationToken) is null)
        {
            return [];
        }

        var rows = new List<MetricRow>();
        using var result = connection.Query(
            $"select model, k, users, repeat_users, explore_users, distinct_products, {string.Join(", ", RankingTables.Metrics)} from ml.evaluation order by k, recall desc, model", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                rows.Add(new MetricRow
                {
                    Model = chunk.GetString(0, row),
                    K = chunk.Column<int>(1)[row],
                    Users = chunk.Column<long>(2)[row],
                    RepeatUsers = chunk.Column<long>(3)[row],
                    ExploreUsers = chunk.Column<long>(4)[row],
                    DistinctProducts = chunk.Column<long>(5)[row],
                    Values = Enumerable.Range(0, RankingTables.Metrics.Count).ToDictionary(i => RankingTables.Metrics[i], i => chunk.Column<double>(6 + i)[row]),
                });
            }
        }

        return rows;
    }

    /// <summary>A table per cutoff, its title first.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<MetricRow> rows)
    {
        foreach (var cutoff in rows.GroupBy(row => row.K))
        {
            var first = cutoff.First();
            terminal.Out.WriteLine();
            terminal.Out.WriteLine($"metrics at {cutoff.Key}: {HumanText.Of(first.Users, "test user")}, of whom {HumanText.Count(first.RepeatUsers)} bought something again and {HumanText.Count(first.ExploreUsers)} something new");
            var table = new TextTable(
                new TableColumn("model", Least: 30),
                new TableColumn($"recall@{cutoff.Key}", Right: true),
                new TableColumn($"ndcg@{cutoff.Key}", Right: true),
                new TableColumn("ndcg_capped", Right: true, Importance: 2),
                new TableColumn($"phr@{cutoff.Key}", Right: true),
                new TableColumn("repeat", Right: true, Importance: 5),
                new TableColumn("explore", Right: true, Importance: 4),
                new TableColumn("coverage", Right: true, Importance: 3),
                new TableColumn("products", Right: true, Importance: 1));
            foreach (var row in cutoff)
            {
                table.Add([row.Model, .. RankingTables.Metrics.Select(metric => HumanText.Metric(row.Values[metric])), HumanText.Count(row.DistinctProducts)]);
            }

            table.Write(terminal.Out, terminal.Width);
        }
    }

    /// <summary>The member <c>metrics</c>: users, and by model each metric at each cutoff.</summary>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<MetricRow> rows)
    {
        json.WriteStartObject("metrics");
        json.WriteNumber("users", rows.Count > 0 ? rows[0].Users : 0);
        json.WriteNumber("repeat_users", rows.Count > 0 ? rows[0].RepeatUsers : 0);
        json.WriteNumber("explore_users", rows.Count > 0 ? rows[0].ExploreUsers : 0);
        json.WriteStartObject("models");
        foreach (var model in rows.GroupBy(row => row.Model))
        {
            json.WriteStartObject(model.Key);
            foreach (var row in model.OrderBy(row => row.K))
            {
                foreach (var metric in RankingTables.Metrics)
                {
                    json.WriteNumber($"{metric}@{row.K}", row.Values[metric]);
                }

                json.WriteNumber($"distinct_products@{row.K}", row.DistinctProducts);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}

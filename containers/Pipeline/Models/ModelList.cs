using System.CommandLine;
using System.Text.Json;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Querying;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Steps;

namespace Recommender.Pipeline.Models;

/// <summary>Reads and shows <c>ml.models</c>.</summary>
internal static class ModelList
{
    /// <summary>The models of a lake, newest first, without their files.</summary>
    /// <exception cref="Lake.Errors.CallerException">There is no lake, or it has not been run yet.</exception>
    public static IReadOnlyList<ModelRecord> Read(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        using var lake = OpenLake.Read(parsed, terminal, [LearningTables.Models], cancellationToken);
        TableState.RequireReadable(lake.Store, LearningTables.Models.Name, cancellationToken);
        using var connection = lake.Engine.Connect();
        return ModelReader.Read(connection, files: false, cancellationToken);
    }

    /// <summary>A table, and what can be done with models.</summary>
    public static void WriteText(Terminal terminal, IReadOnlyList<ModelRecord> models, string lakeOption)
    {
        if (models.Count == 0)
        {
            terminal.Out.WriteLine($"no model yet: 'recommender train{lakeOption}' trains one, or says what is missing; until then lists come from decayed frequency");
            return;
        }

        var now = terminal.Clock.GetUtcNow();
        var table = new TextTable(
            new TableColumn("model"),
            new TableColumn("state"),
            new TableColumn("trained", Importance: 6),
            new TableColumn("recall@10", Right: true, Importance: 8),
            new TableColumn("ndcg@10", Right: true, Importance: 7),
            new TableColumn("auc", Right: true, Importance: 5),
            new TableColumn("users", Right: true, Importance: 3),
            new TableColumn("settings", Importance: 1, Least: 20),
            new TableColumn("decision", Importance: 4, Least: 20));
        foreach (var model in models)
        {
            var metrics = ModelNumbers.Of(model.Metrics);
            table.Add(
                model.Id, State(model), HumanText.Age(model.TrainedAt, now), Metric(metrics, "recall@10"), Metric(metrics, "ndcg@10"), Metric(metrics, "auc"),
                HumanText.Count(model.Users), ModelNumbers.Differences(ModelNumbers.Of(model.Settings), ModelSettings.Defaults, "defaults"), model.Decision);
        }

        table.Write(terminal.Out, terminal.Width);
        terminal.Out.WriteLine();
        if (models.Any(model => model.State == ModelState.Challenger))
        {
            terminal.Out.WriteLine($"make the challenger champion: recommender train --promote{lakeOption}");
        }

        terminal.Out.WriteLine($"undo the last training or promotion: recommender rollback ml.models{lakeOption} (lists follow with the next run)");
        terminal.Out.WriteLine($"all about one: recommender models show {models[0].Id}{lakeOption}");
    }

    /// <summary>The document of <c>models --json</c>.</summary>
    public static void WriteJson(TextWriter output, IReadOnlyList<ModelRecord> models) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.Array("models", models, model =>
        {
            json.WriteString("id", model.Id);
            json.WriteString("state", State(model));
            json.WriteString("trained_at", model.TrainedAt);
            json.WriteString("decision", model.Decision);
            json.WriteNumber("seed", model.Seed);
            json.WriteNumber("users", model.Users);
            json.WriteNumber("rows", model.Rows);
            WriteRaw(json, "metrics", model.Metrics);
            WriteRaw(json, "settings", model.Settings);
            WriteRaw(json, "data", model.Data);
            WriteRaw(json, "importances", model.Importances);
            json.WriteString("file_sha256", model.FileSha256);
            json.WriteString("card", model.Card);
        });
        json.WriteEndObject();
    });

    private static string State(ModelRecord model) => model.State.ToString().ToLowerInvariant();

    private static string Metric(IReadOnlyDictionary<string, double> metrics, string name) => metrics.TryGetValue(name, out var value) ? HumanText.Metric(value) : "";

    private static void WriteRaw(Utf8JsonWriter json, string name, string text)
    {
        using var document = JsonDocument.Parse(text);
        json.WritePropertyName(name);
        document.RootElement.WriteTo(json);
    }
}

using System.CommandLine;
using System.Text.Json;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender describe</c>: what a table means and where its rows come from.</summary>
internal sealed class DescribeCommand : ProgramCommand
{
    private readonly Argument<string> _table = TableArgument.Create();
    private readonly Option<bool> _json = JsonOption();

    public DescribeCommand()
        : base("describe", "Explains a table: what a row is, its columns, its checks, what it was built from, and its snapshots.")
    {
        Add(_table);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("what is in a table?", "recommender describe clean.orders"),
        new("for a script", "recommender describe published.recommendations --json"),
    ];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var table = TableArgument.Find(parsed.GetValue(_table)!);
        using var place = LakePlaces.Open(parsed, terminal, cancellationToken);
        var current = place.Store.Current(table.Name, cancellationToken);
        var history = place.Store.Complete(table.Name, cancellationToken);
        if (parsed.GetValue(_json))
        {
            JsonText.Write(terminal.Out, json => WriteJson(json, table, current, history));
        }
        else
        {
            WriteText(terminal, table, current, history);
        }

        return Task.FromResult(ExitCodes.Fine);
    }

    private static void WriteText(Terminal terminal, TableDeclaration table, Manifest? current, IReadOnlyList<Manifest> history)
    {
        var output = terminal.Out;
        output.WriteLine($"{table.Name}: {table.Description}");
        output.WriteLine($"one row per: {string.Join(", ", table.Grain)}");
        output.WriteLine($"partitioned by: {(table.DayPartition is null ? "nothing, built whole" : $"{table.DayPartition}, by day")}");
        output.WriteLine(table.HasQuarantine ? $"rows that fail: in {table.Name}{Quarantine.Suffix}, each with its reason" : "rows that fail: stop the build");
        output.WriteLine();
        var columns = new TextTable(new TableColumn("column"), new TableColumn("type"), new TableColumn("null", Importance: 1), new TableColumn("meaning", Least: 20, Wraps: true));
        foreach (var column in table.Columns)
        {
            columns.Add(column.Name, column.Type.SqlName(), column.Nullable ? "yes" : "no", column.Description);
        }

        columns.Write(output, terminal.Width);
        output.WriteLine();
        output.WriteLine("checked before every publication:");
        foreach (var check in table.AllChecks())
        {
            output.WriteLine($"  {check.Description}");
        }

        output.WriteLine();
        if (current is null)
        {
            output.WriteLine("not built yet: 'recommender run' builds it");
            return;
        }

        WriteCurrent(output, current);
        WriteHistory(terminal, current, history);
    }

    private static void WriteCurrent(TextWriter output, Manifest current)
    {
        output.WriteLine($"current snapshot: {current.Snapshot}, {HumanText.Of(current.Rows, "row")}, {HumanText.Count(current.Quarantined)} quarantined");
        if (current.Source is { } source)
        {
            output.WriteLine($"loaded from: {source.Name}, {HumanText.Of(source.Rows, "row")}, {ByteSize.Text(source.Bytes)}, sha256 {source.Sha256}");
        }

        if (current.Note is { } note)
        {
            output.WriteLine($"its build said: {note}");
        }

        foreach (var (name, snapshot) in current.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"built from: {name} {snapshot}");
        }
    }

    private static void WriteHistory(Terminal terminal, Manifest current, IReadOnlyList<Manifest> history)
    {
        terminal.Out.WriteLine();
        var table = new TextTable(
            new TableColumn(""), new TableColumn("snapshot"), new TableColumn("built"), new TableColumn("rows", Right: true), new TableColumn("quarantined", Right: true, Importance: 2), new TableColumn("run", Importance: 1));
        foreach (var manifest in history)
        {
            table.Add(
                manifest.Snapshot == current.Snapshot ? "→" : "",
                manifest.Snapshot,
                HumanText.Age(manifest.CreatedAt, terminal.Clock.GetUtcNow()),
                HumanText.Count(manifest.Rows),
                HumanText.Count(manifest.Quarantined),
                manifest.Run);
        }

        table.Write(terminal.Out, terminal.Width);
    }

    private static void WriteJson(Utf8JsonWriter json, TableDeclaration table, Manifest? current, IReadOnlyList<Manifest> history)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name.ToString());
        json.WriteString("description", table.Description);
        json.Texts("grain", table.Grain);
        json.WriteString("day_partition", table.DayPartition);
        json.WriteBoolean("quarantine", table.HasQuarantine);
        json.Array("columns", table.Columns, column =>
        {
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type.SqlName());
            json.WriteBoolean("nullable", column.Nullable);
            json.WriteString("description", column.Description);
        });
        json.Texts("checks", table.AllChecks().Select(check => check.Description));
        json.WriteString("snapshot", current?.Snapshot);
        json.WriteStartObject("inputs");
        foreach (var (name, snapshot) in current?.Inputs ?? new Dictionary<string, string>())
        {
            json.WriteString(name, snapshot);
        }

        json.WriteEndObject();
        json.Array("history", history, manifest =>
        {
            json.WriteString("snapshot", manifest.Snapshot);
            json.WriteString("built_at", manifest.CreatedAt);
            json.WriteString("run", manifest.Run);
            json.WriteNumber("rows", manifest.Rows);
            json.WriteNumber("quarantined", manifest.Quarantined);
        });
        json.WriteEndObject();
    }
}

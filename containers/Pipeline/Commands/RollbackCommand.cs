using System.CommandLine;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender rollback</c>: makes the snapshot before the current one current again.</summary>
internal sealed class RollbackCommand : ProgramCommand
{
    private readonly Argument<string> _table = TableArgument.Create();
    private readonly Option<bool> _json = JsonOption();

    public RollbackCommand()
        : base("rollback", "Makes a table's snapshot before the current one current again, at once. A run does not build the one left behind again until something it follows from changes.")
    {
        Add(_table);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("take back today's recommendations", "recommender rollback published.recommendations"),
        new("see what there is to go back to", "recommender describe published.recommendations"),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var table = TableArgument.Find(parsed.GetValue(_table)!).Name;
        using var place = OpenLake.Existing(parsed, terminal, cancellationToken);
        var store = place.Store;
        using var writer = place.Locks.Take([table], cancellationToken);
        var left = store.Pointer(table, cancellationToken)?.Snapshot;
        var current = await Writing.WhileAsync(
            writer, store.Storage.Name, token => Task.FromResult(store.Rollback(table, terminal.Clock.GetUtcNow(), token)), cancellationToken).ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            JsonText.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("table", current.Table);
                json.WriteString("from", left);
                json.WriteString("to", current.Snapshot);
                json.WriteNumber("rows", current.Rows);
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Out.WriteLine($"{table} is back at {current.Snapshot}: {HumanText.Of(current.Rows, "row")}, built {HumanText.Age(current.CreatedAt, terminal.Clock.GetUtcNow())}");
            terminal.Out.WriteLine($"{left} stays on disk until 'recommender gc'; tables built from {table} follow with the next 'recommender run'");
        }

        return ExitCodes.Fine;
    }
}

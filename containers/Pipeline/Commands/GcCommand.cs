using System.CommandLine;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender gc</c>: removes old snapshots.</summary>
internal sealed class GcCommand : ProgramCommand
{
    private readonly Option<int?> _keep = Numbers.Between("--keep", 1, 10_000, RetentionOptions.DefaultKeep, "Newest snapshots to keep of each table, the current one counted");

    private readonly Option<TimeSpan?> _grace = new("--grace")
    {
        Description = "Keep also what was current until so long ago, such as 90s, 30min, 2h or 7d, for those who still read it [default: 1h]",
        HelpName = "DURATION",
        CustomParser = ArgumentParsers.Duration("--grace"),
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Name what would go, and remove nothing" };
    private readonly Option<bool> _json = JsonOption();

    public GcCommand()
        : base("gc", "Removes snapshots that nothing holds any more, and shards staged long ago. It touches only such folders of the lake's own tables; what is current stays.")
    {
        Add(_keep);
        Add(_grace);
        Add(_dryRun);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("what would go?", "recommender gc --dry-run"),
        new("keep the current snapshot and the one before", "recommender gc --keep 2"),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var options = new RetentionOptions { Keep = parsed.GetValue(_keep)!.Value, Grace = parsed.GetValue(_grace) ?? RetentionOptions.DefaultGrace };
        var faults = options.Faults().ToList();
        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }

        using var place = OpenLake.Existing(parsed, terminal, cancellationToken);
        var dryRun = parsed.GetValue(_dryRun);
        var tables = GroceryPipeline.Tables.Select(table => table.Name).ToList();
        // Who only looks keeps nobody from writing.
        using var writer = dryRun ? null : place.Locks.Take(tables, cancellationToken);
        var store = place.Store;
        var now = terminal.Clock.GetUtcNow();
        var removed = await Writing.WhileAsync<IReadOnlyList<RemovedSnapshot>>(
            writer,
            store.Storage.Name,
            token => Task.FromResult<IReadOnlyList<RemovedSnapshot>>([.. new GarbageCollector(store).Collect(tables, options, now, dryRun, token), .. new ShardStore(store).Sweep(tables, now, dryRun, token)]),
            cancellationToken).ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            WriteJson(terminal.Out, removed, dryRun);
        }
        else
        {
            WriteText(terminal, removed, dryRun);
        }

        return ExitCodes.Fine;
    }

    private static void WriteText(Terminal terminal, IReadOnlyList<RemovedSnapshot> removed, bool dryRun)
    {
        if (removed.Count == 0)
        {
            terminal.Out.WriteLine("nothing to remove");
            return;
        }

        var table = new TextTable(new TableColumn("table"), new TableColumn("snapshot"), new TableColumn("size", Right: true));
        foreach (var snapshot in removed)
        {
            table.Add(snapshot.Table.ToString(), snapshot.Snapshot, ByteSize.Text(snapshot.Bytes));
        }

        table.Write(terminal.Out, terminal.Width);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"{HumanText.Of(removed.Count, "snapshot")}{(dryRun ? " would be" : "")} removed, {ByteSize.Text(removed.Sum(snapshot => snapshot.Bytes))}");
    }

    private static void WriteJson(TextWriter output, IReadOnlyList<RemovedSnapshot> removed, bool dryRun) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("dry_run", dryRun);
        json.WriteNumber("bytes", removed.Sum(snapshot => snapshot.Bytes));
        json.Array("removed", removed, snapshot =>
        {
            json.WriteString("table", snapshot.Table.ToString());
            json.WriteString("snapshot", snapshot.Snapshot);
            json.WriteNumber("bytes", snapshot.Bytes);
        });
        json.WriteEndObject();
    });
}

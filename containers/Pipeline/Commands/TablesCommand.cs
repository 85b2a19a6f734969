using System.CommandLine;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender tables</c>: the tables and their snapshots.</summary>
internal sealed class TablesCommand : ProgramCommand
{
    private readonly Option<bool> _json = JsonOption();

    public TablesCommand()
        : base("tables", "Lists the tables, built or not, with rows, size and age.") => Add(_json);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("what is in the lake?", "recommender tables"),
        new("what is in another lake?", "recommender tables --lake demo-lake"),
    ];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        using var place = LakePlaces.Open(parsed, terminal, cancellationToken);
        var tables = GroceryPipeline.Tables.Select(table => (Table: table, Current: place.Store.Current(table.Name))).ToList();
        if (parsed.GetValue(_json))
        {
            WriteJson(terminal.Out, tables);
        }
        else
        {
            WriteText(terminal, tables);
        }

        return Task.FromResult(ExitCodes.Fine);
    }

    private static void WriteText(Terminal terminal, IReadOnlyList<(TableDeclaration Table, Manifest? Current)> tables)
    {
        var now = terminal.Clock.GetUtcNow();
        var output = new TextTable(
            new TableColumn("zone", Importance: 5),
            new TableColumn("table"),
            new TableColumn("rows", Right: true),
            new TableColumn("quarantined", Right: true, Importance: 3),
            new TableColumn("size", Right: true, Importance: 2),
            new TableColumn("built"),
            new TableColumn("snapshot", Importance: 1));
        foreach (var (table, current) in tables)
        {
            string[] state = current is null
                ? ["", "", "", "not built", ""]
                : [HumanText.Count(current.Rows), HumanText.Count(current.Quarantined), ByteSize.Text(Bytes(current)), HumanText.Age(current.CreatedAt, now), current.Snapshot];
            output.Add([table.Name.Zone.SqlName(), table.Name.Table, .. state]);
        }

        output.Write(terminal.Out, terminal.Width);
        if (tables.All(table => table.Current is null))
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine("nothing is built yet: load a delivery with 'recommender run --source DIR', or see 'recommender demo'");
        }
    }

    private static void WriteJson(TextWriter output, IReadOnlyList<(TableDeclaration Table, Manifest? Current)> tables) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.Array("tables", tables, entry =>
        {
            json.WriteString("name", entry.Table.Name.ToString());
            json.WriteBoolean("built", entry.Current is not null);
            if (entry.Current is { } current)
            {
                json.WriteNumber("rows", current.Rows);
                json.WriteNumber("quarantined", current.Quarantined);
                json.WriteNumber("bytes", Bytes(current));
                json.WriteString("snapshot", current.Snapshot);
                json.WriteString("built_at", current.CreatedAt);
            }
        });
        json.WriteEndObject();
    });

    private static long Bytes(Manifest manifest) => manifest.Files.Concat(manifest.QuarantineFiles).Sum(file => file.Bytes);
}

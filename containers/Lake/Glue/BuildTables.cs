using System.Text.RegularExpressions;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Glue;

/// <summary>
/// The Glue tables over a snapshot in the making, by which Athena writes and checks it: no reader knows them. Disposing removes them; what a killed
/// build leaves of them goes with the table's next build.
/// </summary>
internal sealed partial class BuildTables : IDisposable
{
    private readonly GlueCatalog _catalog;
    private readonly List<TableName> _made = [];

    private BuildTables(GlueCatalog catalog, SnapshotDraft draft)
    {
        _catalog = catalog;
        Data = NameOf(draft.Table.Name, draft.Id);
        Refused = NameOf(Quarantine.Of(draft.Table.Name), draft.Id);
    }

    /// <summary>The table of the rows.</summary>
    public TableName Data { get; }

    /// <summary>The table of the refused rows, where there is a quarantine.</summary>
    public TableName Refused { get; }

    /// <summary>Makes the tables of a snapshot, after those that earlier builds of its table left are removed. For a table's one writer.</summary>
    /// <exception cref="EnvironmentException">Glue refuses.</exception>
    public static BuildTables Make(GlueCatalog catalog, SnapshotDraft draft, CancellationToken cancellationToken)
    {
        Sweep(catalog, [draft.Table.Name], cancellationToken);
        var tables = new BuildTables(catalog, draft);
        try
        {
            tables.Make(draft.Table, tables.Data, $"{draft.Location}/{GlueLayout.Data}/", cancellationToken);
            if (draft.Table.HasQuarantine)
            {
                tables.Make(Quarantine.DeclarationOf(draft.Table), tables.Refused, $"{draft.Location}/{GlueLayout.Refused}/", cancellationToken);
            }

            return tables;
        }
        catch
        {
            tables.Dispose();
            throw;
        }
    }

    /// <summary>Removes what killed builds of some tables left. For the tables' one writer.</summary>
    public static void Sweep(GlueCatalog catalog, IEnumerable<TableName> tables, CancellationToken cancellationToken)
    {
        foreach (var zone in tables.GroupBy(table => table.Zone, table => table.Table))
        {
            foreach (var name in catalog.Names(zone.Key, cancellationToken).Where(name => zone.Any(table => IsLeftOver(name, table))))
            {
                catalog.Drop(new TableName(zone.Key, name), cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var name in _made)
        {
            try
            {
                _catalog.Drop(name, CancellationToken.None);
            }
            catch (EnvironmentException)
            {
                // The table's next writer removes it.
            }
        }

        _made.Clear();
    }

    private static TableName NameOf(TableName table, string snapshot) =>
        table with { Table = $"{table.Table}{Infix}{snapshot.ToLowerInvariant().Replace('-', '_')}" };

    private static bool IsLeftOver(string name, string table)
    {
        var at = name.LastIndexOf(Infix, StringComparison.Ordinal);
        return at > 0 && (name[..at] == table || name[..at] == table + Quarantine.Suffix) && Id().IsMatch(name[(at + Infix.Length)..]);
    }

    private void Make(TableDeclaration table, TableName name, string location, CancellationToken cancellationToken)
    {
        // Before it is there: where the answer is lost, it may be.
        _made.Add(name);
        _catalog.Create(name.Zone, GlueTableInputs.Of(table, name.Table, location), cancellationToken);
    }

    private const string Infix = "__build_";

    [GeneratedRegex(@"\A[0-9]{8}t[0-9]{9}z_[0-9a-f]{8}\z")]
    private static partial Regex Id();
}

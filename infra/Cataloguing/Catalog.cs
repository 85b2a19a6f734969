using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Storage;
using Recommender.Lake.Glue;
using Recommender.Lake.Tables;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Cataloguing;

/// <summary>The Glue catalog: a database per zone, and in it the tables as <c>containers/</c> declares them.</summary>
public sealed class Catalog : PlatformComponent
{
    private readonly DataLake _lake;
    private readonly Dictionary<TableName, Aws.Glue.CatalogTable> _tables = [];
    private readonly Dictionary<Zone, Output<string>> _databases = [];

    /// <summary>Makes the databases and the tables.</summary>
    public Catalog(string name, CatalogArgs args, ComponentResourceOptions? options = null)
        : base("Catalog", name, args, options)
    {
        _lake = args.Lake;
        if (Context.Settings.Lake.EncryptCatalog)
        {
            _ = new CatalogEncryption(Child("encryption"), new() { Context = Context, KeyArn = _lake.KeyArn }, new() { Parent = this });
        }

        foreach (var zone in Enum.GetValues<Zone>())
        {
            _databases[zone] = Database(zone);
        }

        foreach (var table in args.Tables)
        {
            _tables[table.Name] = Published(table, table);
            if (table.HasQuarantine)
            {
                var refused = Quarantine.DeclarationOf(table);
                _tables[refused.Name] = Published(refused, table);
            }
        }

        foreach (var table in args.Streams)
        {
            _tables[table.Name] = Table(table, GlueTables.Stream(table, Location(table)), Stateful());
        }

        RegisterOutputs();
    }

    /// <summary>The databases' names.</summary>
    public IReadOnlyDictionary<Zone, Output<string>> Databases => _databases;

    /// <summary>The tables; quarantines are named as the lake names their views, <c>TABLE__quarantine</c>.</summary>
    public IReadOnlyDictionary<TableName, Aws.Glue.CatalogTable> Tables => _tables;

    private Output<string> Database(Zone zone) => new Aws.Glue.CatalogDatabase(Child(zone.SqlName()), new()
    {
        Name = Context.Database(zone),
        Description = $"Zone {zone.SqlName()} of the lake of stack {Context.Stack}",
        LocationUri = Output.Format($"s3://{_lake.Bucket(zone).Name}/"),
    }, Stateful()).Name;

    // Which snapshot is current is what its table's location says, and publishing moves it (Glue's UpdateTable) and notes
    // in its parameters what was rolled back. The program leaves that alone: it takes for it what the state holds, so Pulumi.yaml has every update refresh the state first. Otherwise
    // a change of a column would put an old location back. A quarantine lies below the prefix of the table that owns it.
    private Aws.Glue.CatalogTable Published(TableDeclaration table, TableDeclaration owner)
    {
        var options = Stateful();
        options.IgnoreChanges.Add("storageDescriptor.location");
        foreach (var parameter in new[] { GlueLayout.Snapshot, GlueLayout.Held, GlueLayout.RolledBackAt })
        {
            options.IgnoreChanges.Add($"parameters[\"{parameter}\"]");
        }

        if (table.DayPartition is not null)
        {
            options.IgnoreChanges.Add($"parameters[\"{GlueLayout.LocationTemplate}\"]");
        }

        return Table(table, GlueTables.Published(table, Location(owner)), options);
    }

    private Aws.Glue.CatalogTable Table(TableDeclaration table, Aws.Glue.CatalogTableArgs args, CustomResourceOptions options)
    {
        args.DatabaseName = _databases[table.Name.Zone];
        return new(Child($"{table.Name.Zone.SqlName()}-{table.Name.Table}"), args, options);
    }

    // A table's own prefix in its zone's bucket.
    private Output<string> Location(TableDeclaration table) => Output.Format($"s3://{_lake.Bucket(table.Name.Zone).Name}/{table.Name.Table}");
}

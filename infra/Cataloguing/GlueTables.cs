using System.Globalization;
using Pulumi;
using Recommender.Lake.Tables;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Cataloguing;

/// <summary>Writes declarations as Glue tables over Parquet.</summary>
internal static class GlueTables
{
    /// <summary>The parameter that says where a projected partition's files are.</summary>
    public const string LocationTemplate = "storage.location.template";

    /// <summary>
    /// The prefix where a table that was never published looks for files: there are none, so it is empty. Snapshots are never
    /// called so.
    /// </summary>
    public const string Nothing = "_empty";

    /// <summary>The first day that projection knows; every day since is one prefix that a query without a range of days lists.</summary>
    private static readonly DateOnly FirstDay = new(2010, 1, 1);

    /// <summary>The declaration of a table's quarantine, as the lake keeps it beside the table.</summary>
    public static TableDeclaration QuarantineOf(TableDeclaration table) => new()
    {
        Name = new TableName(table.Name.Zone, table.Name.Table + Quarantine.Suffix),
        Description = $"One row that {table.Name} refused, with the reason.",
        Columns = Quarantine.Columns,
        Grain = ["source_file", "source_line"],
    };

    /// <summary>A table whose snapshots are published by moving its location.</summary>
    /// <param name="table">The declaration.</param>
    /// <param name="prefix">The table's own prefix, without a slash at its end.</param>
    public static Aws.Glue.CatalogTableArgs Published(TableDeclaration table, Output<string> prefix)
    {
        var args = Of(table, Output.Format($"{prefix}/{Nothing}"));
        // What Athena's INSERT writes is compressed as the embedded engine's files are.
        args.Parameters.Add("parquet.compression", "ZSTD");
        return args;
    }

    /// <summary>A table to which a stream writes, all under its own prefix.</summary>
    /// <param name="table">The declaration, which has a day partition.</param>
    /// <param name="prefix">The table's own prefix, without a slash at its end.</param>
    public static Aws.Glue.CatalogTableArgs Stream(TableDeclaration table, Output<string> prefix) => Of(table, prefix);

    private static Aws.Glue.CatalogTableArgs Of(TableDeclaration table, Output<string> location)
    {
        var args = new Aws.Glue.CatalogTableArgs
        {
            Name = table.Name.Table,
            Description = table.Description,
            TableType = "EXTERNAL_TABLE",
            Parameters =
            {
                ["EXTERNAL"] = "TRUE",
                ["classification"] = "parquet",
                ["grain"] = string.Join(',', table.Grain),
            },
            StorageDescriptor = new Aws.Glue.Inputs.CatalogTableStorageDescriptorArgs
            {
                Location = Output.Format($"{location}/"),
                InputFormat = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
                OutputFormat = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
                SerDeInfo = new Aws.Glue.Inputs.CatalogTableStorageDescriptorSerDeInfoArgs
                {
                    SerializationLibrary = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                    Parameters = { ["serialization.format"] = "1" },
                },
                Columns = [.. table.Columns.Where(column => column.Name != table.DayPartition).Select(Column)],
            },
        };
        if (table.DayPartition is { } day)
        {
            ProjectDays(args, table.Columns.Single(column => column.Name == day), location);
        }

        return args;
    }

    // Athena reckons which days there can be from these parameters instead of asking Glue for registered partitions
    // (Amazon Athena user guide, "Partition projection", type date): a new day needs no call, and a location moves for all at once.
    private static void ProjectDays(Aws.Glue.CatalogTableArgs args, Column day, Output<string> location)
    {
        args.PartitionKeys.Add(new Aws.Glue.Inputs.CatalogTablePartitionKeyArgs { Name = day.Name, Type = day.Type.GlueName(), Comment = day.Description });
        args.Parameters.Add("projection.enabled", "true");
        args.Parameters.Add($"projection.{day.Name}.type", "date");
        args.Parameters.Add($"projection.{day.Name}.format", "yyyy-MM-dd");
        args.Parameters.Add($"projection.{day.Name}.range", $"{FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},NOW+1DAY");
        args.Parameters.Add(LocationTemplate, Output.Format($"{location}/{day.Name}=${{{day.Name}}}/"));
    }

    private static Aws.Glue.Inputs.CatalogTableStorageDescriptorColumnArgs Column(Column column) =>
        new() { Name = column.Name, Type = column.Type.GlueName(), Comment = column.Description };
}

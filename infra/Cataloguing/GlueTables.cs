using System.Globalization;
using Pulumi;
using Recommender.Lake.Glue;
using Recommender.Lake.Tables;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Cataloguing;

/// <summary>Writes declarations as Glue tables over Parquet.</summary>
internal static class GlueTables
{
    /// <summary>A table whose snapshots are published by moving its location.</summary>
    /// <param name="table">The declaration.</param>
    /// <param name="prefix">The table's own prefix, without a slash at its end.</param>
    public static Aws.Glue.CatalogTableArgs Published(TableDeclaration table, Output<string> prefix)
    {
        var args = Of(table, Output.Format($"{prefix}/{GlueLayout.Nothing}"));
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
                InputFormat = GlueLayout.InputFormat,
                OutputFormat = GlueLayout.OutputFormat,
                SerDeInfo = new Aws.Glue.Inputs.CatalogTableStorageDescriptorSerDeInfoArgs
                {
                    SerializationLibrary = GlueLayout.SerDe,
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
        args.Parameters.Add($"projection.{day.Name}.range", $"{GlueLayout.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},NOW+1DAY");
        args.Parameters.Add(GlueLayout.LocationTemplate, location.Apply(place => GlueLayout.Template($"{place}/", day.Name)));
    }

    private static Aws.Glue.Inputs.CatalogTableStorageDescriptorColumnArgs Column(Column column) =>
        new() { Name = column.Name, Type = column.Type.GlueName(), Comment = column.Description };
}

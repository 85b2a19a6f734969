using System.Text.Json.Nodes;
using Recommender.Lake.Tables;

namespace Recommender.AwsEmulator;

/// <summary>Tables of the catalog as infra/Cataloguing/GlueTables.cs makes them: what is changed there is to be changed here.</summary>
internal static class StackTable
{
    /// <summary>The TableInput of a table that was never published.</summary>
    /// <param name="table">The declaration.</param>
    /// <param name="prefix">The table's own prefix, without a slash at its end.</param>
    public static JsonObject Input(TableDeclaration table, string prefix)
    {
        var location = $"{prefix}/{EmulatorStack.Nothing}";
        var parameters = new JsonObject
        {
            ["EXTERNAL"] = "TRUE",
            ["classification"] = "parquet",
            ["grain"] = string.Join(',', table.Grain),
            ["parquet.compression"] = "ZSTD",
        };
        var input = new JsonObject
        {
            ["Name"] = table.Name.Table,
            ["Description"] = table.Description,
            ["TableType"] = "EXTERNAL_TABLE",
            ["Parameters"] = parameters,
            ["PartitionKeys"] = new JsonArray([.. table.Columns.Where(column => column.Name == table.DayPartition).Select(Column)]),
            ["StorageDescriptor"] = new JsonObject
            {
                ["Location"] = $"{location}/",
                ["InputFormat"] = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
                ["OutputFormat"] = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
                ["SerdeInfo"] = new JsonObject
                {
                    ["SerializationLibrary"] = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                    ["Parameters"] = new JsonObject { ["serialization.format"] = "1" },
                },
                ["Columns"] = new JsonArray([.. table.Columns.Where(column => column.Name != table.DayPartition).Select(Column)]),
            },
        };
        if (table.DayPartition is { } day)
        {
            parameters["projection.enabled"] = "true";
            parameters[$"projection.{day}.type"] = "date";
            parameters[$"projection.{day}.format"] = "yyyy-MM-dd";
            parameters[$"projection.{day}.range"] = "2010-01-01,NOW+1DAY";
            parameters["storage.location.template"] = $"{location}/{day}=${{{day}}}/";
        }

        return input;
    }

    private static JsonObject Column(Column column) => new() { ["Name"] = column.Name, ["Type"] = column.Type.GlueName(), ["Comment"] = column.Description };
}

using System.Globalization;
using Amazon.Glue.Model;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;
using Column = Amazon.Glue.Model.Column;

namespace Recommender.Lake.Glue;

/// <summary>Makes what Glue takes for a table.</summary>
internal static class GlueTableInputs
{
    /// <summary>A declared table over a location, as <c>infra/Cataloguing/GlueTables.cs</c> makes it.</summary>
    /// <param name="table">The declaration.</param>
    /// <param name="name">The table's name in the catalog.</param>
    /// <param name="location">Where its files lie, with a slash at its end.</param>
    public static TableInput Of(TableDeclaration table, string name, string location)
    {
        var input = new TableInput
        {
            Name = name,
            Description = table.Description,
            TableType = "EXTERNAL_TABLE",
            // What Athena's INSERT writes is compressed as the embedded engine's files are.
            Parameters = new() { ["EXTERNAL"] = "TRUE", ["classification"] = "parquet", ["parquet.compression"] = "ZSTD" },
            StorageDescriptor = new StorageDescriptor
            {
                Location = location,
                InputFormat = GlueLayout.InputFormat,
                OutputFormat = GlueLayout.OutputFormat,
                SerdeInfo = new SerDeInfo { SerializationLibrary = GlueLayout.SerDe, Parameters = new() { ["serialization.format"] = "1" } },
                Columns = [.. table.Columns.Where(column => column.Name != table.DayPartition).Select(Of)],
            },
        };
        if (table.DayPartition is { } day)
        {
            input.PartitionKeys = [Of(table.Columns.Single(column => column.Name == day))];
            input.Parameters["projection.enabled"] = "true";
            input.Parameters[$"projection.{day}.type"] = "date";
            input.Parameters[$"projection.{day}.format"] = DayRange.DayFormat;
            input.Parameters[$"projection.{day}.range"] = $"{DayRange.Text(GlueLayout.FirstDay)},NOW+1DAY";
            input.Parameters[GlueLayout.LocationTemplate] = GlueLayout.Template(location, day);
        }

        return input;
    }

    /// <summary>A live table as an update takes it: all of it but what Glue itself keeps (its database, its versions, who made it and when).</summary>
    public static TableInput Of(Table live) => new()
    {
        Name = live.Name,
        Description = live.Description,
        Owner = live.Owner,
        LastAccessTime = live.LastAccessTime,
        LastAnalyzedTime = live.LastAnalyzedTime,
        Retention = live.Retention,
        StorageDescriptor = live.StorageDescriptor,
        PartitionKeys = live.PartitionKeys,
        ViewOriginalText = live.ViewOriginalText,
        ViewExpandedText = live.ViewExpandedText,
        TableType = live.TableType,
        Parameters = live.Parameters,
        TargetTable = live.TargetTable,
    };

    /// <summary>Moves a table's location, and with it where its days lie.</summary>
    /// <param name="input">The table.</param>
    /// <param name="location">Where to, with a slash at its end.</param>
    public static void Move(TableInput input, string location)
    {
        input.StorageDescriptor.Location = location;
        if (input.Parameters?.ContainsKey(GlueLayout.LocationTemplate) == true && input.PartitionKeys is [{ Name: var day }, ..])
        {
            input.Parameters[GlueLayout.LocationTemplate] = GlueLayout.Template(location, day);
        }
    }

    /// <summary>Writes what a pointer says besides where the files lie.</summary>
    public static void Note(TableInput input, Snapshots.Pointer pointer)
    {
        input.Parameters ??= [];
        Set(input, GlueLayout.Snapshot, pointer.Snapshot);
        Set(input, GlueLayout.Held, pointer.Held is { Count: > 0 } held ? string.Join(',', held) : null);
        Set(input, GlueLayout.RolledBackAt, pointer.RolledBackAt?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
    }

    private static void Set(TableInput input, string parameter, string? value)
    {
        if (value is null)
        {
            input.Parameters.Remove(parameter);
        }
        else
        {
            input.Parameters[parameter] = value;
        }
    }

    private static Column Of(Tables.Column column) => new() { Name = column.Name, Type = column.Type.GlueName(), Comment = column.Description };
}

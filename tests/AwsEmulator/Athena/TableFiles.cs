using Recommender.AwsEmulator.Glue;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Finds the files of tables as Athena does.</summary>
/// <param name="objects">The buckets.</param>
/// <param name="clock">Says what day it is.</param>
internal sealed class TableFiles(ObjectStore objects, TimeProvider clock)
{
    /// <summary>The files that a query sees now.</summary>
    /// <exception cref="QueryFailedException">The table's location or parameters are wrong.</exception>
    public IReadOnlyList<TableFile> Of(GlueTable table)
    {
        if (Projection(table) is { } projection)
        {
            return Visible(projection.Prefix, projection.Below);
        }

        // Partitions that nobody registered are not looked for.
        var location = Location(table);
        return table.PartitionKeys.Count > 0 ? [] : Visible(location, key => key[location.Key.Length..]);
    }

    /// <summary>The table's partitions by day; null for none.</summary>
    public DayProjection? Projection(GlueTable table) => DayProjection.Of(table, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    /// <summary>Where the table lies; ends in a slash.</summary>
    /// <exception cref="QueryFailedException">The table says no place on S3.</exception>
    public static S3Place Location(GlueTable table) =>
        S3Place.Parse(table.Location)?.AsFolder() ?? throw QueryFailedException.Syntax($"HIVE_INVALID_METADATA: Table {table.Database}.{table.Name} has the location '{table.Location}', which is no place on S3");

    private List<TableFile> Visible(S3Place place, Func<string, string?> below)
    {
        try
        {
            return
            [
                .. objects.List(place.Bucket, place.Key)
                    .Where(stored => stored.Size > 0 && below(stored.Key) is { Length: > 0 } path && !IsHidden(path))
                    .Select(stored => new TableFile(place.Bucket, stored, objects.PathOf(place.Bucket, stored))),
            ];
        }
        catch (AwsFaultException fault)
        {
            throw QueryFailedException.Syntax($"HIVE_FILESYSTEM_ERROR: Failed to list {place}: {fault.Message} (Service: Amazon S3; Status Code: {fault.Status}; Error Code: {fault.Code})");
        }
    }

    // Hive's rule: what begins with an underscore or a dot is not data.
    private static bool IsHidden(string path) => path.Split('/').Any(part => part.StartsWith('_') || part.StartsWith('.'));
}

using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Glue;
using Recommender.Lake.Engine;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Tests.Campaigns;

namespace Recommender.Pipeline.Tests.Aws;

/// <summary>What a reader of a lake on AWS sees: the files below the location that the catalog gives, without any help of the program's.</summary>
internal static class CloudContents
{
    /// <summary>By table and quarantine that was published, the number of rows and a hash of all values, load times left out.</summary>
    public static SortedDictionary<string, string> Of(CloudWorkspace cloud)
    {
        using var engine = new DuckDbEngine(new EngineOptions());
        using var connection = engine.Connect();
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in GroceryPipeline.Tables)
        {
            if (Files(cloud, table.Name) is not { } files)
            {
                continue;
            }

            contents[table.Name.ToString()] = LakeContents.Sums(connection, DuckDbEngine.Relation(table.Columns, files, table.DayPartition), table.Columns);
            if (table.HasQuarantine)
            {
                var name = new TableName(table.Name.Zone, table.Name.Table + Quarantine.Suffix);
                contents[name.ToString()] = LakeContents.Sums(connection, DuckDbEngine.Relation(Quarantine.Columns, Files(cloud, name) ?? [], null), Quarantine.Columns);
            }
        }

        return contents;
    }

    /// <summary>The local paths of the files that a query of the table reads; null where it was never published.</summary>
    public static IReadOnlyList<string>? Files(CloudWorkspace cloud, TableName table)
    {
        var location = cloud.Server.Service<GlueService>().Catalog.Get(cloud.Stack.Database(table.Zone), table.Table).Location;
        if (location.EndsWith($"/{EmulatorStack.Nothing}/", StringComparison.Ordinal))
        {
            return null;
        }

        var bucket = cloud.Stack.Bucket(table.Zone);
        return
        [
            .. cloud.Server.Objects.List(bucket, location[$"s3://{bucket}/".Length..])
                .Where(stored => Path.GetFileName(stored.Key) is { Length: > 0 } name && name[0] is not ('_' or '.'))
                .Select(stored => cloud.Server.Objects.PathOf(bucket, stored)),
        ];
    }
}

using Pulumi;
using Recommender.Infra.Components;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Events;

/// <summary>What streams where.</summary>
public sealed class StreamingArgs : PlatformArgs
{
    /// <summary>The table that events become rows of: its zone is raw, and it is partitioned by day.</summary>
    public required TableDeclaration Table { get; init; }

    /// <summary>The Glue database that the table is in.</summary>
    public required Input<string> DatabaseName { get; init; }

    /// <summary>The table as the catalog has it: rows are written in its schema, so it comes first.</summary>
    public required Input<string> CatalogTableName { get; init; }

    /// <summary>The prefix in the raw bucket under which the catalog looks for the table's days; ends in <c>/</c>.</summary>
    public required string Prefix { get; init; }

    /// <summary>The raw bucket.</summary>
    public required Input<string> BucketArn { get; init; }

    /// <summary>The key of the stream, the bucket and the log.</summary>
    public required Input<string> KeyArn { get; init; }
}

using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Databases;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Compute;

/// <summary>What the containers are given; images and sizes are in the stack's settings.</summary>
public sealed class ContainersArgs : PlatformArgs
{
    /// <summary>Encrypts images, logs and the lake.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>The name of each zone's bucket.</summary>
    public required IReadOnlyDictionary<Zone, Input<string>> Buckets { get; init; }

    /// <summary>The name of the bucket of query results.</summary>
    public required Input<string> ResultsBucket { get; init; }

    /// <summary>The Athena workgroup of the pipeline's own queries.</summary>
    public required Input<string> JobsWorkgroup { get; init; }

    /// <summary>The lake's tables.</summary>
    public required IReadOnlyList<TableDeclaration> Tables { get; init; }

    /// <summary>The source database; null where the stack has none.</summary>
    public SourceDatabase? Database { get; init; }
}

using Recommender.Lake.Tables;

namespace Recommender.Lake.Aws;

/// <summary>What a lake on AWS is made of, as tasks are told in their environment.</summary>
public sealed record AwsLakeSettings
{
    /// <summary>The lake as <c>--lake</c> names it, such as <c>s3://recommender-uat</c>.</summary>
    public required string Name { get; init; }

    /// <summary>By zone, its bucket (<c>RECOMMENDER_BUCKET_RAW</c> …); a task knows only the zones it works with.</summary>
    public required IReadOnlyDictionary<Zone, string> Buckets { get; init; }

    /// <summary>By zone, its Glue database (<c>RECOMMENDER_DATABASE_RAW</c> …).</summary>
    public required IReadOnlyDictionary<Zone, string> Databases { get; init; }

    /// <summary>The Athena workgroup (<c>RECOMMENDER_WORKGROUP</c>); null for tasks that use the embedded engine.</summary>
    public string? Workgroup { get; init; }

    /// <summary>The Athena data catalog; <c>AwsDataCatalog</c> by default.</summary>
    public string Catalog { get; init; } = "AwsDataCatalog";

    /// <summary>The local folder for copies and spilled data (<c>RECOMMENDER_WORK</c>).</summary>
    public required string WorkFolder { get; init; }
}

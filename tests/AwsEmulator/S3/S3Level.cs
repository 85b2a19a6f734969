namespace Recommender.AwsEmulator.S3;

/// <summary>What a request's path names.</summary>
internal enum S3Level
{
    /// <summary>Nothing: the service.</summary>
    Service,

    /// <summary>A bucket.</summary>
    Bucket,

    /// <summary>An object.</summary>
    Object,
}

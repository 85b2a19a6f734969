using Recommender.AwsEmulator.S3;

namespace Recommender.AwsEmulator.Athena;

/// <summary>A file of a table that a query reads.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Stored">The object.</param>
/// <param name="Path">Where its bytes lie.</param>
internal sealed record TableFile(string Bucket, StoredObject Stored, string Path)
{
    /// <summary>Its address.</summary>
    public string Uri => $"s3://{Bucket}/{Stored.Key}";
}

namespace Recommender.Lake.S3;

/// <summary>An object's place.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key in it.</param>
internal readonly record struct S3Location(string Bucket, string Key)
{
    /// <inheritdoc/>
    public override string ToString() => $"s3://{Bucket}/{Key}";
}

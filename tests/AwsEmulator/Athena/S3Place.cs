namespace Recommender.AwsEmulator.Athena;

/// <summary>A bucket and a key or prefix in it.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key or prefix.</param>
internal sealed record S3Place(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    /// <summary>Reads <c>s3://BUCKET/KEY</c>.</summary>
    /// <returns>Null where the text is not of that form.</returns>
    public static S3Place? Parse(string text)
    {
        var slash = text.StartsWith(Scheme, StringComparison.Ordinal) ? text.IndexOf('/', Scheme.Length) : -1;
        return slash > Scheme.Length ? new(text[Scheme.Length..slash], text[(slash + 1)..]) : null;
    }

    /// <summary>The same with a slash at its end, unless it is empty.</summary>
    public S3Place AsFolder() => Key.Length == 0 || Key.EndsWith('/') ? this : this with { Key = Key + "/" };

    /// <summary>The address.</summary>
    public override string ToString() => $"{Scheme}{Bucket}/{Key}";
}

namespace Recommender.Lake.S3;

/// <summary>Cuts files into parts.</summary>
internal static class S3Ranges
{
    /// <summary>Offset and length of each part, in order; all but the last are of one size.</summary>
    /// <param name="bytes">The file's size, above 0.</param>
    /// <param name="part">The least size of a part; doubled until there are no more than <see cref="S3Options.MostParts"/>.</param>
    public static IReadOnlyList<(long Offset, long Length)> Of(long bytes, long part)
    {
        while ((bytes + part - 1) / part > S3Options.MostParts)
        {
            part *= 2;
        }

        var ranges = new List<(long, long)>();
        for (var offset = 0L; offset < bytes; offset += part)
        {
            ranges.Add((offset, Math.Min(part, bytes - offset)));
        }

        return ranges;
    }
}

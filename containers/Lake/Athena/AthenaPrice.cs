namespace Recommender.Lake.Athena;

/// <summary>What queries cost: Athena bills the bytes that a query scans, rounded up to a megabyte, 10 MB at least ("Amazon Athena pricing").</summary>
internal static class AthenaPrice
{
    private const long Megabyte = 1L << 20;
    private const long LeastMegabytes = 10;
    private const decimal MegabytesOfTerabyte = 1 << 20;

    /// <summary>The cost of one query in US dollars.</summary>
    /// <param name="scanned">Bytes scanned.</param>
    /// <param name="dollarsPerTerabyte">The price.</param>
    public static decimal Of(long scanned, decimal dollarsPerTerabyte) =>
        Math.Max(LeastMegabytes, (scanned + Megabyte - 1) / Megabyte) / MegabytesOfTerabyte * dollarsPerTerabyte;
}

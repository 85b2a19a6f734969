namespace Recommender.AwsEmulator.Athena;

/// <summary>A query that its workgroup cancels because it would scan too much.</summary>
internal sealed class ScanLimitException() : Exception("Query cancelled! : Bytes scanned limit was exceeded");

namespace Recommender.AwsEmulator.Http;

/// <summary>A request that was understood.</summary>
/// <param name="Service">s3, sts, athena…</param>
/// <param name="Operation">The operation as AWS names it.</param>
/// <param name="Subject">BUCKET/KEY for S3; empty for others.</param>
/// <param name="Body">The body where it is text; empty for objects' bytes.</param>
/// <param name="Work">Does it.</param>
internal sealed record ServiceCall(string Service, string Operation, string Subject, string Body, Func<CancellationToken, Task<ServiceAnswer>> Work)
{
    /// <summary>What <see cref="Faults.FaultRule.Match"/> looks into: the subject, and the body where it is text.</summary>
    public string MatchedText => $"{Subject}\n{Body}";
}

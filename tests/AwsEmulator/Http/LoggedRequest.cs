namespace Recommender.AwsEmulator.Http;

/// <summary>A request that an emulator answered, or refused to.</summary>
/// <param name="Id">The request id that it was answered with.</param>
/// <param name="Service">s3, sts, athena, glue, ecs, states or logs.</param>
/// <param name="Operation">The operation as AWS names it.</param>
/// <param name="Subject">BUCKET/KEY for S3; empty for others.</param>
/// <param name="Target">The path and query as they were sent.</param>
/// <param name="RequestBody">The body of a JSON, query or XML request; empty for objects' bytes.</param>
/// <param name="Status">The HTTP status; 0 where the connection was broken.</param>
/// <param name="ResponseBody">The body of a JSON or XML answer; empty for objects' bytes.</param>
/// <param name="RequestHeaders">The request's headers, by name without regard to case.</param>
/// <param name="ResponseHeaders">The answer's headers, by name without regard to case.</param>
/// <param name="Fault">The fault that was injected; null for none.</param>
public sealed record LoggedRequest(
    string Id,
    string Service,
    string Operation,
    string Subject,
    string Target,
    string RequestBody,
    int Status,
    string ResponseBody,
    IReadOnlyDictionary<string, string> RequestHeaders,
    IReadOnlyDictionary<string, string> ResponseHeaders,
    Faults.FaultKind? Fault);

namespace Recommender.AwsEmulator.Faults;

/// <summary>Which requests go wrong, and how. The first rule that fits a request and is not used up decides.</summary>
public sealed record FaultRule
{
    /// <summary>The service: s3, athena, glue, ecs, states, logs, sts; null for any.</summary>
    public string? Service { get; init; }

    /// <summary>The operation as AWS names it, such as PutObject; null for any.</summary>
    public string? Operation { get; init; }

    /// <summary>Text within BUCKET/KEY (S3) or within the body (other services); null for any.</summary>
    public string? Match { get; init; }

    /// <summary>Requests that fit and are let through first; 0 by default.</summary>
    public int Skip { get; init; }

    /// <summary>Requests that go wrong after those; 1 by default.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Whether the rule is about such a request.</summary>
    /// <param name="service">The request's service.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="subject">BUCKET/KEY, or the body.</param>
    public bool Fits(string service, string operation, string subject) =>
        (Service is null || Service.Equals(service, StringComparison.OrdinalIgnoreCase))
        && (Operation is null || Operation.Equals(operation, StringComparison.Ordinal))
        && (Match is null || subject.Contains(Match, StringComparison.Ordinal));
}

namespace Recommender.AwsEmulator.Faults;

/// <summary>Which Athena queries go wrong, and how.</summary>
public sealed record QueryFault
{
    /// <summary>What goes wrong.</summary>
    public required QueryFaultKind Kind { get; init; }

    /// <summary>Text within the query; null for any.</summary>
    public string? Match { get; init; }

    /// <summary>Queries that fit and are let through first; 0 by default.</summary>
    public int Skip { get; init; }

    /// <summary>Queries that go wrong after those; 1 by default.</summary>
    public int Times { get; init; } = 1;

    /// <summary>StateChangeReason.</summary>
    public string Reason { get; init; } = "GENERIC_INTERNAL_ERROR: a fault was injected";

    /// <summary>AthenaError.ErrorCategory: 1 system, 2 user, 3 other; 1 by default.</summary>
    public int ErrorCategory { get; init; } = 1;

    /// <summary>AthenaError.ErrorType; 1 by default.</summary>
    public int ErrorType { get; init; } = 1;

    /// <summary>AthenaError.Retryable; false by default.</summary>
    public bool Retryable { get; init; }
}

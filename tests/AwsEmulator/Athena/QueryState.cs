namespace Recommender.AwsEmulator.Athena;

/// <summary>How a query is doing; the names are Athena's in capitals.</summary>
internal enum QueryState
{
    /// <summary>It waits.</summary>
    Queued,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It gave its result.</summary>
    Succeeded,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was stopped.</summary>
    Cancelled,
}

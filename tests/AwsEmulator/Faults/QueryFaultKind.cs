namespace Recommender.AwsEmulator.Faults;

/// <summary>How an Athena query goes wrong.</summary>
public enum QueryFaultKind
{
    /// <summary>FAILED, and nothing is written.</summary>
    Failed,

    /// <summary>FAILED after half of the files of an INSERT were written.</summary>
    FailedHalfWritten,

    /// <summary>QUEUED until it is stopped.</summary>
    StuckInQueue,

    /// <summary>CANCELLED.</summary>
    Cancelled,
}

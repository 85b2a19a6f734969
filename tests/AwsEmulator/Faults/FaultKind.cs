namespace Recommender.AwsEmulator.Faults;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>Refused with the service's own throttling error; nothing is done.</summary>
    Throttle,

    /// <summary>Refused with an internal error (HTTP 500); nothing is done.</summary>
    ServerError,

    /// <summary>Refused because something else got between: ConditionalRequestConflict (HTTP 409) of S3, ConcurrentModificationException of others; nothing is done.</summary>
    Conflict,

    /// <summary>Neither done nor answered, until the client gives up.</summary>
    Hang,

    /// <summary>The connection breaks before anything is done.</summary>
    TearBefore,

    /// <summary>The connection breaks after the work is done, before a byte of the answer.</summary>
    TearAfter,

    /// <summary>The work is done, and the answer's body trickles.</summary>
    SlowBody,

    /// <summary>The work is done, and the connection breaks after half of the answer's body; an answer without a body comes whole.</summary>
    TruncateBody,
}

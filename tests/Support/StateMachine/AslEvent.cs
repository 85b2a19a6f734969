namespace Recommender.Tests.StateMachine;

/// <summary>Something that happened in an execution.</summary>
/// <param name="At">When.</param>
/// <param name="State">The state.</param>
/// <param name="Kind">What.</param>
/// <param name="Detail">The error's name, or the seconds until a retry; else empty.</param>
public sealed record AslEvent(DateTimeOffset At, string State, AslEventKind Kind, string Detail = "");

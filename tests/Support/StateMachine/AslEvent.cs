using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>Something that happened in an execution.</summary>
/// <param name="At">When.</param>
/// <param name="State">The state.</param>
/// <param name="Kind">What.</param>
/// <param name="Detail">The error's name, the seconds until a retry, or the resource of a task; else empty.</param>
public sealed record AslEvent(DateTimeOffset At, string State, AslEventKind Kind, string Detail = "")
{
    /// <summary>The state's input or output, a task's parameters or result, or an error's cause; null for none.</summary>
    public JsonNode? Data { get; init; }
}

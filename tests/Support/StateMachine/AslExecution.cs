using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>An execution that has ended.</summary>
/// <param name="Status">How.</param>
/// <param name="Output">Its output, where it succeeded.</param>
/// <param name="Error">The error's name, where it failed.</param>
/// <param name="Cause">Why it failed.</param>
/// <param name="Events">What happened, in order.</param>
public sealed record AslExecution(AslStatus Status, JsonNode? Output, string? Error, string? Cause, IReadOnlyList<AslEvent> Events)
{
    /// <summary>The states that were entered, each as often as it was.</summary>
    public IEnumerable<string> Entered => Events.Where(happened => happened.Kind == AslEventKind.Entered).Select(happened => happened.State);
}

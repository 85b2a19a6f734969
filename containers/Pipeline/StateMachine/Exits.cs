namespace Recommender.Pipeline.StateMachine;

/// <summary>Where the states of a part of the machine lead when the part is done.</summary>
/// <param name="Next">The state after it; null where it ends its branch.</param>
/// <param name="Failed">The state that takes <c>$.failure</c> where the part failed.</param>
/// <param name="Fault">The state that takes <c>$.fault</c> where the part itself breaks; null within a stage, which breaks with it.</param>
internal sealed record Exits(string? Next, string Failed, string? Fault);

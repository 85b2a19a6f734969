using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Proofs;

/// <summary>One way to break a rule.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Resource">The resource that the finding must name.</param>
/// <param name="What">What is broken.</param>
/// <param name="Break">Breaks it in a graph that keeps every rule.</param>
internal sealed record Proof(string Id, string Resource, string What, Func<StackGraph, StackGraph> Break);

using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security;

/// <summary>A resource that breaks a rule.</summary>
/// <param name="Id">The rule's id in the checklist.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Fault">What is wrong with it.</param>
internal sealed record Finding(string Id, GraphResource Resource, string Fault)
{
    /// <summary>How failures show it.</summary>
    public override string ToString() => $"{Id}: {Resource}: {Fault}";
}

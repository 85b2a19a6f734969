using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security;

/// <summary>A rule of the checklist, or a family of rules about one thing.</summary>
internal interface ISecurityRule
{
    /// <summary>The ids that its findings may have: Checkov's or Prowler's, or our own.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>What in a graph breaks it.</summary>
    IEnumerable<Finding> Check(StackGraph graph);
}

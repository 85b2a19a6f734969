using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>The keys of a graph.</summary>
internal static class KmsKeys
{
    /// <summary>Whether a text is the id or ARN of a key of the graph, or of its alias.</summary>
    public static bool Has(StackGraph graph, string? key) =>
        key is not null && graph.OfType("kms/key:Key").Concat(graph.OfType("kms/alias:Alias")).Any(known => key == known.Id || key == known.Arn);
}

using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Clusters have container insights.</summary>
internal sealed class ClusterRule() : ResourceRule("ecs/cluster:Cluster", "CKV_AWS_65")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        var insights = resource.List("settings").Any(setting => GraphValue.At(setting, "name") is "containerInsights" && GraphValue.At(setting, "value") is "enabled" or "enhanced");
        yield return ("CKV_AWS_65", insights, "has no container insights");
    }
}

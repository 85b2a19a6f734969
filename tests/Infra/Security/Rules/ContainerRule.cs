using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Containers cannot write to their root file system and have no privileges of the host.</summary>
internal sealed class ContainerRule() : ResourceRule("ecs/taskDefinition:TaskDefinition", "CKV_AWS_336", "CKV_AWS_334")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        foreach (var container in TaskDefinitions.Containers(resource))
        {
            yield return ("CKV_AWS_336", GraphValue.At(container, "readonlyRootFilesystem") is true, $"{TaskDefinitions.Name(container)} can write to its root file system");
            yield return ("CKV_AWS_334", GraphValue.At(container, "privileged") is not true, $"{TaskDefinitions.Name(container)} is privileged");
        }
    }
}

using System.Text.RegularExpressions;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Images are pinned by digest, so that what was tested is what runs.</summary>
internal sealed partial class PinnedImageRule() : ResourceRule("ecs/taskDefinition:TaskDefinition", "OWN-ECS-1")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource) =>
        TaskDefinitions.Containers(resource).Select(container => ("OWN-ECS-1", GraphValue.At(container, "image") is string image && Pinned().IsMatch(image), $"{TaskDefinitions.Name(container)} runs {GraphValue.At(container, "image")}, which is not pinned by digest"));

    [GeneratedRegex("^[^@\\s]+@sha256:[0-9a-f]{64}$")]
    private static partial Regex Pinned();
}

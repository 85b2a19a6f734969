using Pulumi;
using Pulumi.Utilities;

namespace Recommender.Infra.Tests.Harness;

/// <summary>A resource as the stack's transformation saw it.</summary>
/// <param name="Resource">The resource, not yet registered.</param>
/// <param name="Given">Its options.</param>
/// <param name="Taggable">Whether its arguments have tags.</param>
/// <param name="Inputs">Names of the inputs that the program gave, whatever they resolve to.</param>
internal sealed record RecordedResource(Resource Resource, ResourceOptions Given, bool Taggable, IReadOnlyList<string> Inputs)
{
    /// <summary>The options in plain values.</summary>
    public async Task<GraphOptions> OptionsAsync() => new()
    {
        Protect = Given.Protect,
        RetainOnDelete = Given.RetainOnDelete,
        IgnoreChanges = [.. Given.IgnoreChanges],
        Parent = Given.Parent is null or Stack ? null : Given.Parent.GetResourceName(),
        ParentType = Given.Parent is null or Stack ? null : Given.Parent.GetResourceType(),
        DependsOn = [.. (await OutputUtilities.GetValueAsync(Given.DependsOn.ToOutput())).Select(resource => resource.GetResourceName())],
        Taggable = Taggable,
        // A remote component, such as awsx's VPC, is a resource like any other to this program.
        IsComponent = Resource is ComponentResource && Resource.GetResourceType().StartsWith("recommender:", StringComparison.Ordinal),
    };
}

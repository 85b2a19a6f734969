namespace Pulumi;

/// <summary>Follows the dependencies between resources.</summary>
internal static class ResourceGraph
{
    /// <summary>
    /// The resources of providers among the given ones, and those inside components among them. Children of a
    /// provider's resource are no part of it: waiting for them could wait for oneself.
    /// </summary>
    public static IEnumerable<Resource> Flatten(IEnumerable<Resource> resources)
    {
        var reached = new HashSet<Resource>();
        var open = new System.Collections.Generic.Stack<Resource>(resources);
        while (open.TryPop(out var resource))
        {
            if (!reached.Add(resource))
            {
                continue;
            }

            foreach (var child in resource is ComponentResource ? resource.Children() : [])
            {
                open.Push(child);
            }
        }

        return reached.Where(resource => resource is CustomResource or ComponentResource { IsRemote: true });
    }

    /// <summary>Waits until the given resources, and those inside components among them, are registered.</summary>
    public static Task WaitForAsync(IEnumerable<Resource> resources)
        => Task.WhenAll(Flatten(resources).Select(resource => resource.Urn.DataTask));

    /// <summary>The resources that options name explicitly.</summary>
    public static async Task<IEnumerable<Resource>> NamedAsync(InputList<Resource> dependsOn)
        => await dependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
}

namespace Pulumi;

/// <summary>How a stack treats its resources.</summary>
public class StackOptions
{
    private List<ResourceTransformation>? _transformations;

    /// <summary>Changes to every resource of the stack, run after those of the resource and its parents.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }
}

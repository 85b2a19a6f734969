namespace Pulumi;

/// <summary>How the engine treats a resource.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<ResourceTransformation>? _transformations;

    private protected ResourceOptions()
    {
    }

    /// <summary>The id of an existing resource to read instead of creating one.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The resource that this one belongs to; the stack where none is given.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must exist before this one, besides those its arguments come from.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Whether the engine refuses to delete the resource; the parent's setting where null.</summary>
    public bool? Protect { get; set; }

    /// <summary>Properties whose changes are left alone.</summary>
    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    /// <summary>The version of the provider to use.</summary>
    public string? Version { get; set; }

    /// <summary>The provider to use; the parent's for the resource's package where null.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long operations may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Changes to this resource and its children on their way to the engine, run before the parents'.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }

    /// <summary>Names under which the resource was known before.</summary>
    public List<Input<Alias>> Aliases { get; set; } = [];

    /// <summary>The URN of a registered resource to read.</summary>
    public string? Urn { get; set; }

    /// <summary>Properties whose changes replace the resource; "*" for all.</summary>
    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    /// <summary>Where the provider is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether the resource stays when the stack forgets it.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>A resource whose deletion deletes this one too.</summary>
    public Resource? DeletedWith { get; set; }

    internal abstract ResourceOptions Clone();
}

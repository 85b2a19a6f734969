namespace Pulumi;

/// <summary>How the engine treats a component and, in part, its children.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>The providers that children use, one per package. Not together with Provider.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    /// <summary>New options: single values of the second replace, collections add, one provider per package.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions().Over(options1).Over(options2);
        merged.Providers = ResourceOptionsMerging.LastPerPackage(merged.Providers);
        return merged;
    }

    internal override ResourceOptions Clone() => new ComponentResourceOptions().Over(this);

    private ComponentResourceOptions Over(ComponentResourceOptions? over)
    {
        if (over is null)
        {
            return this;
        }

        Providers.AddRange(over.Providers);
        return this.With(over);
    }
}

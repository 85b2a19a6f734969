namespace Pulumi;

/// <summary>Lays options over each other: single values replace, collections add.</summary>
internal static class ResourceOptionsMerging
{
    /// <summary>Lays <paramref name="over"/> over <paramref name="options"/>, which is changed and returned.</summary>
    public static TOptions With<TOptions>(this TOptions options, ResourceOptions over)
        where TOptions : ResourceOptions
    {
        options.Id = over.Id ?? options.Id;
        options.Parent = over.Parent ?? options.Parent;
        options.Protect = over.Protect ?? options.Protect;
        options.Urn = over.Urn ?? options.Urn;
        options.Version = over.Version ?? options.Version;
        options.PluginDownloadURL = over.PluginDownloadURL ?? options.PluginDownloadURL;
        options.Provider = over.Provider ?? options.Provider;
        options.CustomTimeouts = over.CustomTimeouts?.Clone() ?? options.CustomTimeouts;
        options.RetainOnDelete = over.RetainOnDelete ?? options.RetainOnDelete;
        options.DeletedWith = over.DeletedWith ?? options.DeletedWith;
        options.DependsOn = options.DependsOn.Concat(over.DependsOn);
        options.IgnoreChanges.AddRange(over.IgnoreChanges);
        options.ReplaceOnChanges.AddRange(over.ReplaceOnChanges);
        options.ResourceTransformations.AddRange(over.ResourceTransformations);
        options.Aliases.AddRange(over.Aliases);
        return options;
    }

    /// <summary>One provider per package: the last given, in the order given.</summary>
    public static List<ProviderResource> LastPerPackage(IEnumerable<ProviderResource> providers)
        => [.. providers.Reverse().DistinctBy(provider => provider.Package).Reverse()];
}

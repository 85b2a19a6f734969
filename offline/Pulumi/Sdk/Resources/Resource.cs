using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Something that the engine keeps: a resource of a provider, or a component that groups others.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool? _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly ImmutableDictionary<string, ProviderResource> _providers = ImmutableDictionary<string, ProviderResource>.Empty;
    private readonly HashSet<Resource> _children = [];

    /// <summary>Makes a resource that stands for one that exists and is not registered.</summary>
    private protected Resource(string type, string name)
    {
        _type = type;
        _name = name;
        _protect = false;
    }

    /// <summary>Registers a resource.</summary>
    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options, bool remote)
    {
        ThrowIfEmpty(type, nameof(type));
        ThrowIfEmpty(name, nameof(name));
        var run = DeploymentRun.Current;
        _type = type;
        _name = name;
        OutputSources = OutputSource.Attach(this, onlyOwn: this is ComponentResource && !remote && options.Urn is null);

        var isStack = type == Stack.RootType;
        var above = isStack ? null : options.Parent ?? (options.Urn is null ? run.Stack : null);
        _transformations = [.. options.ResourceTransformations, .. above?._transformations ?? []];
        (args, options) = Transform(args, options);
        options = options.Clone();

        if (options.Provider is not null && options is ComponentResourceOptions { Providers.Count: > 0 })
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        if (options.Parent is { } parent)
        {
            parent.Adopt(this);
            options.Protect ??= parent._protect;
            _providers = parent._providers;
        }

        _providers = ChooseProviders(options);
        _protect = options.Protect;
        Provider = this is CustomResource ? options.Provider : null;
        Version = options.Version;
        PluginDownloadURL = options.PluginDownloadURL;
        run.Register(this, args, options, remote);
    }

    /// <summary>The resource's name within the stack, known once it is registered.</summary>
    [Output(Wire.Urn)]
    public Output<string> Urn { get; private protected set; } = null!;

    /// <summary>The provider given to the resource or inherited by it.</summary>
    internal ProviderResource? Provider { get; }

    internal string? Version { get; }

    internal string? PluginDownloadURL { get; }

    internal ImmutableDictionary<string, OutputSource> OutputSources { get; } = ImmutableDictionary<string, OutputSource>.Empty;

    /// <summary>The type's token, as in <c>aws:s3/bucket:Bucket</c>.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name given in the program.</summary>
    public string GetResourceName() => _name;

    /// <summary>The provider that children of this resource use for a type's package.</summary>
    internal ProviderResource? GetProvider(string token)
        => PackageOf(token) is { } package ? _providers.GetValueOrDefault(package) : null;

    /// <summary>The resources made so far with this one as their parent.</summary>
    internal IReadOnlyCollection<Resource> Children()
    {
        lock (_children)
        {
            return [.. _children];
        }
    }

    private static string? PackageOf(string token) => token.Split(':') is [var package, _, _] ? package : null;

    private static void ThrowIfEmpty(string value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentException($"'{parameter}' cannot be null or empty.", parameter);
        }
    }

    private void Adopt(Resource child)
    {
        lock (_children)
        {
            _children.Add(child);
        }
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } changed)
            {
                continue;
            }

            if (changed.Options.Parent != options.Parent)
            {
                // The parent decides which transformations run, so none of them may change it.
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            (args, options) = (changed.Args, changed.Options);
        }

        return (args, options);
    }

    private ImmutableDictionary<string, ProviderResource> ChooseProviders(ResourceOptions options)
    {
        if (options is ComponentResourceOptions component)
        {
            var given = options.Provider is null ? component.Providers : [options.Provider];
            return _providers.SetItems(given.Select(provider => KeyValuePair.Create(provider.Package, provider)));
        }

        if (options.Provider is { } own)
        {
            return PackageOf(_type) is { } package ? _providers.SetItem(package, own) : _providers;
        }

        options.Provider = options.Parent?.GetProvider(_type);
        return _providers;
    }
}

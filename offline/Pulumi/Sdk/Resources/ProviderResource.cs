using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A configured provider of a package's resources.</summary>
public class ProviderResource : CustomResource
{
    /// <summary>Registers a provider.</summary>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options)
        => Package = package;

    /// <summary>Registers a provider of a parameterised package.</summary>
    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : this(package, name, args, options)
        => _ = registerPackageRequest;

    /// <summary>The package that the provider serves, as in <c>aws</c>.</summary>
    internal string Package { get; }

    /// <summary>How resources name the provider: its URN and its id.</summary>
    internal async Task<string> ReferenceAsync()
    {
        var urn = await Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var id = await Id.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        return $"{urn}::{(string.IsNullOrEmpty(id) ? Wire.Unknown : id)}";
    }
}

using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    /// <summary>Registers a resource.</summary>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), remote: false)
    {
    }

    /// <summary>Registers a resource of a parameterised package.</summary>
    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : this(type, name, args, options)
        => _ = registerPackageRequest;

    /// <summary>Makes a resource that stands for one that exists and is not registered.</summary>
    private protected CustomResource(string type, string name)
        : base(type, name)
    {
    }

    /// <summary>The provider's id, unknown until the resource exists.</summary>
    [Output(Wire.Id)]
    public Output<string> Id { get; private protected set; } = null!;
}

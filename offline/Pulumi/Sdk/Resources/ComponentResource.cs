using System.Reflection;

namespace Pulumi;

/// <summary>A resource that groups others under one name.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers a component without arguments.</summary>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <summary>Registers a component.</summary>
    /// <param name="type">The type's token, as in <c>shop:data:Lake</c>.</param>
    /// <param name="name">The name within the program.</param>
    /// <param name="args">The arguments, which the engine keeps as the component's inputs.</param>
    /// <param name="options">How the engine treats the component.</param>
    /// <param name="remote">Whether a provider makes the children; for generated classes.</param>
    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions(), remote)
        => IsRemote = remote;

    /// <summary>Registers a component of a parameterised package.</summary>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null)
        : this(type, name, args, options, remote)
        => _ = registerPackageRequest;

    /// <summary>Whether a provider makes the children.</summary>
    internal bool IsRemote { get; }

    /// <summary>Says that the component is complete, with its marked properties as outputs.</summary>
    protected void RegisterOutputs()
        => RegisterOutputs(
            (from property in GetType().GetProperties()
             where property.Name != nameof(Urn)
             let attribute = property.GetCustomAttribute<OutputAttribute>()
             where attribute is not null
             let name = string.IsNullOrWhiteSpace(attribute.Name) ? property.Name : attribute.Name
             select (name, property.GetValue(this))).ToDictionary());

    /// <summary>Says that the component is complete, with these outputs.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Task.FromResult(outputs));
    }

    /// <summary>Says that the component is complete, with these outputs.</summary>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <summary>Says that the component is complete, with these outputs.</summary>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        DeploymentRun.Current.RegisterOutputs(this, outputs);
    }
}

using Pulumi;
using Recommender.Infra.Settings;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Components;

/// <summary>A part of the platform: a component resource whose children are named after it.</summary>
public abstract class PlatformComponent : ComponentResource
{
    private readonly string _name;

    /// <summary>Registers the component.</summary>
    /// <param name="type">The last part of its type token, <c>recommender:infra:TYPE</c>.</param>
    /// <param name="name">Its logical name, unique among its kind.</param>
    /// <param name="args">What it was given.</param>
    /// <param name="options">Its resource options.</param>
    protected PlatformComponent(string type, string name, PlatformArgs args, ComponentResourceOptions? options)
        : base($"{StackContext.Project}:infra:{type}", name, args, options)
    {
        _name = name;
        Context = args.Context;
    }

    /// <summary>Which stack this is, with its settings.</summary>
    protected StackContext Context { get; }

    /// <summary>The logical name of a child, for example <c>lake-raw</c>.</summary>
    protected string Child(string thing) => $"{_name}-{thing}";

    /// <summary>The options of a child.</summary>
    /// <param name="dependsOn">What must be there before it, beyond what its inputs say.</param>
    protected CustomResourceOptions Owned(params Resource[] dependsOn) => new() { Parent = this, DependsOn = [.. dependsOn] };

    /// <summary>
    /// The options of a child that holds data or the key to it. Both are said for each resource: protection is passed on to
    /// children but retention is not, and neither must depend on where the child hangs.
    /// </summary>
    /// <param name="dependsOn">What must be there before it, beyond what its inputs say.</param>
    protected CustomResourceOptions Stateful(params Resource[] dependsOn) =>
        new() { Parent = this, DependsOn = [.. dependsOn], Protect = Context.Production, RetainOnDelete = Context.Production };

    /// <summary>A log group: no log of the platform is kept for ever or without the stack's key.</summary>
    /// <param name="thing">What the child is called.</param>
    /// <param name="groupName">The group's own name, which the key's policy must let CloudWatch Logs use it for.</param>
    /// <param name="keyArn">The key.</param>
    /// <param name="options">Its options; those of <see cref="Owned"/> by default.</param>
    protected Aws.CloudWatch.LogGroup LogGroup(string thing, string groupName, Input<string> keyArn, CustomResourceOptions? options = null) => new(Child(thing), new()
    {
        Name = groupName,
        RetentionInDays = Context.Settings.Containers.LogDays,
        KmsKeyId = keyArn,
    }, options ?? Owned());
}

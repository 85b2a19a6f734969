using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>
/// What the stack's roles may do at most, whatever their own policies say. CI/CD may make roles only under it: so it cannot give itself,
/// by way of a role that it makes, more than the stack's tasks and services do anyway.
/// </summary>
public sealed class PermissionsBoundary : PlatformComponent
{
    /// <summary>Creates the boundary.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="args">What it is given.</param>
    /// <param name="options">Its resource options.</param>
    public PermissionsBoundary(string name, PermissionsBoundaryArgs args, ComponentResourceOptions? options = null)
        : base("PermissionsBoundary", name, args, options)
    {
        Arn = new Aws.Iam.Policy(Child("policy"), new()
        {
            Name = Context.Name("boundary"),
            Description = "What roles of the stack may do at most",
            PolicyDocument = PolicyDocument.Json([.. BoundaryStatements.Of(new StackScope(Context))]),
        }, Owned()).Arn;
        RegisterOutputs();
    }

    /// <summary>The boundary.</summary>
    public Output<string> Arn { get; }

    /// <summary>Puts a boundary on every role but that of delivery, which is bounded by what it denies itself.</summary>
    /// <param name="boundary">Gives the boundary when a role asks for it; null as long as there is none.</param>
    public static ResourceTransformation Of(Func<Output<string>?> boundary) => resource =>
    {
        if (resource.Args is Aws.Iam.RoleArgs role && role.PermissionsBoundary is null && resource.Options.Parent is not Delivery && boundary() is { } arn)
        {
            role.PermissionsBoundary = arn;
        }

        return new ResourceTransformationResult(resource.Args, resource.Options);
    };
}

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

    /// <summary>
    /// Puts the boundary on the roles below a component: a transformation for the options of every component but
    /// <see cref="Delivery"/>, whose role is bounded by what it denies itself.
    /// </summary>
    public ResourceTransformation OnRoles => resource =>
    {
        if (resource.Args is Aws.Iam.RoleArgs role)
        {
            role.PermissionsBoundary = Arn;
        }

        return new ResourceTransformationResult(resource.Args, resource.Options);
    };
}

using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>
/// The role by which jobs of one repository and one of its environments push images and deploy this stack, with no key kept anywhere.
/// It cannot change itself, its policies, the boundary of the stack's roles or the account's identity provider: whoever first stands
/// the stack up does, by hand, and again when the program's change is about these.
/// </summary>
public sealed class Delivery : PlatformComponent
{
    /// <summary>What the role, and the beginning of its policies' names, is called in the stack.</summary>
    public const string RoleThing = "delivery";

    private const int TwoHours = 7200; // seconds: a database for two zones takes more than one to make

    /// <summary>Creates the role.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="args">What it is given.</param>
    /// <param name="options">Its resource options.</param>
    public Delivery(string name, DeliveryArgs args, ComponentResourceOptions? options = null)
        : base("Delivery", name, args, options)
    {
        var role = new Aws.Iam.Role(Child("role"), new()
        {
            Name = Context.Name(RoleThing),
            Description = $"CI/CD of {Context.Settings.Delivery.Repository}, environment {Context.Settings.Delivery.Environment}",
            AssumeRolePolicy = TrustJobs(ProviderArn()),
            MaxSessionDuration = TwoHours,
        }, Owned());
        foreach (var (area, statements) in Areas(new StackScope(Context), args).Where(area => area.Statements.Count > 0))
        {
            var policy = new Aws.Iam.Policy(Child(area), new()
            {
                Name = Context.Name($"{RoleThing}-{area}"),
                Description = $"What CI/CD may do: {area}",
                PolicyDocument = PolicyDocument.Json([.. statements]),
            }, Owned());
            _ = new Aws.Iam.RolePolicyAttachment(Child($"{area}-attachment"), new() { Role = role.Name, PolicyArn = policy.Arn }, Owned());
        }

        RoleArn = role.Arn;
        RegisterOutputs();
    }

    /// <summary>The role that jobs assume.</summary>
    public Output<string> RoleArn { get; }

    // Each area is a policy of its own, for a policy has 6,144 characters at most; a role has ten of them at most.
    private static (string Area, IReadOnlyList<PolicyStatement> Statements)[] Areas(StackScope scope, DeliveryArgs args) =>
    [
        ("images", ImageRights.Of(scope)),
        ("lake", LakeStackRights.Of(scope)),
        ("data", DataRights.Of(scope)),
        ("network", NetworkRights.Of(scope)),
        ("api", ApiRights.Of(scope)),
        ("compute", ComputeRights.Of(scope)),
        ("streams", StreamRights.Of(scope)),
        ("watch", WatchRights.Of(scope)),
        ("dashboards", DashboardRights.Of(scope)),
        ("identity", IdentityRights.Of(scope, args.BoundaryArn)),
    ];

    // The account has one: the stack that makes it keeps it when it goes, for the account's other stacks still trust it.
    private Output<string> ProviderArn() => !Context.Settings.Delivery.CreateProvider
        ? IdentityProvider.Arn(Context)
        : new Aws.Iam.OpenIdConnectProvider(Child("github"), new()
        {
            Url = $"https://{IdentityProvider.Host}",
            ClientIdLists = { IdentityProvider.Audience },
        }, new() { Parent = this, Protect = Context.Production, RetainOnDelete = true }).Arn;

    private Output<string> TrustJobs(Input<string> provider) => PolicyDocument.Json(new PolicyStatement("Jobs")
    {
        Actions = ["sts:AssumeRoleWithWebIdentity"],
        Principals = [new("Federated", provider)],
        Conditions =
        [
            new("StringEquals", $"{IdentityProvider.Host}:aud", IdentityProvider.Audience),
            new("StringEquals", $"{IdentityProvider.Host}:sub", $"repo:{Context.Settings.Delivery.Repository}:environment:{Context.Settings.Delivery.Environment}"),
        ],
    });
}

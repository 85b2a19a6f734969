using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;
using static Recommender.Infra.Tests.Harness.CloudNames;

namespace Recommender.Infra.Tests.ContinuousDelivery;

/// <summary>Whether CI/CD may do what <c>pulumi up</c> does, over every resource of every stack.</summary>
public sealed class DeliveryRightsTests
{
    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_calls_for_every_type_of_resource_are_known(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Assert.DoesNotContain(Made(graph), resource => !ManagedTypes.All.ContainsKey(resource.Type));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_resource_can_be_looked_at(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Refused(graph, resource => ManagedTypes.All[resource.Type].Reading(graph, resource), may: true);
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_resource_can_be_made_changed_and_given_its_roles(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Refused(graph, resource => Type(resource).IsBound(resource) ? [] : [.. Type(resource).Creating(graph, resource), .. Type(resource).Updating(graph, resource), .. Type(resource).Handing(resource)], may: true);
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_resource_can_be_removed_but_in_prod_those_with_data(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Refused(graph, resource => Type(resource).IsBound(resource) || (Type(resource).HoldsData && graph.Stack == "prod") ? [] : Type(resource).Deleting(graph, resource), may: true);
        Refused(graph, resource => Type(resource).HoldsData && graph.Stack == "prod" ? Type(resource).Deleting(graph, resource) : [], may: false);
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task What_bounds_CI_is_not_its_to_change(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Assert.Contains(Made(graph), resource => Type(resource).IsBound(resource));
        Refused(graph, resource => Type(resource).IsBound(resource) ? [.. Type(resource).Creating(graph, resource), .. Type(resource).Updating(graph, resource), .. Type(resource).Deleting(graph, resource)] : [], may: false);
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_other_stack_is_not_its_to_touch(string name)
    {
        // The same requests, as the other stack's CI/CD would make them.
        var graph = await Graphs.OfAsync(name);
        var role = IamRole.Of(graph, "delivery-role");
        foreach (var resource in Made(graph).Where(resource => !Type(resource).IsBound(resource)))
        {
            var requests = Type(resource).Creating(graph, resource).Concat(Type(resource).Updating(graph, resource)).Concat(Type(resource).Deleting(graph, resource)).Concat(Type(resource).Handing(resource));
            Assert.All(requests.Where(request => OfStack(request, graph.Stack)), request => Assert.False(role.May(Foreign(request, graph)), $"{resource}: {request.Action} on the other stack's"));
        }
    }

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task The_network_that_awsx_lays_out_can_be_made_and_removed(string stack)
    {
        var role = IamRole.Of(await TaskStack.OfAsync(stack), "delivery-role");
        (string, string)[] made = [("aws:RequestTag/project", "recommender"), ("aws:RequestTag/stack", stack)];
        (string, string)[] own = [("aws:ResourceTag/project", "recommender"), ("aws:ResourceTag/stack", stack)];
        foreach (var (create, kind, delete) in new[]
        {
            ("CreateSubnet", "subnet", "DeleteSubnet"), ("CreateRouteTable", "route-table", "DeleteRouteTable"), ("CreateInternetGateway", "internet-gateway", "DeleteInternetGateway"),
            ("CreateNatGateway", "natgateway", "DeleteNatGateway"), ("AllocateAddress", "elastic-ip", "ReleaseAddress"),
        })
        {
            Assert.True(role.May($"ec2:{create}", Arn("ec2", $"{kind}/x"), made), create);
            Assert.False(role.May($"ec2:{create}", Arn("ec2", $"{kind}/x")), $"{create} untagged");
            Assert.True(role.May("ec2:CreateTags", Arn("ec2", $"{kind}/x"), made), $"tags at {create}");
            Assert.True(role.May($"ec2:{delete}", Arn("ec2", $"{kind}/x"), own), delete);
            Assert.False(role.May($"ec2:{delete}", Arn("ec2", $"{kind}/x")), $"{delete} of somebody's");
        }

        // A part is made in a network, which must be the stack's.
        Assert.True(role.May("ec2:CreateSubnet", Arn("ec2", "vpc/vpc-1"), [.. made, .. own]));
        Assert.False(role.May("ec2:CreateSubnet", Arn("ec2", "vpc/vpc-1"), made));
        Assert.All(new[] { "CreateRoute", "DeleteRoute", "AssociateRouteTable", "DisassociateRouteTable" }, action => Assert.True(role.May($"ec2:{action}", Arn("ec2", "route-table/rtb-1"), own)));
        Assert.True(role.May("kms:CreateKey", "*", made));
        Assert.False(role.May("kms:CreateKey", "*"));
    }

    [Fact]
    public async Task The_master_password_can_be_set_up_by_RDS_and_rotated_but_never_read()
    {
        var graph = await TaskStack.OfAsync("prod");
        var role = IamRole.Of(graph, "delivery-role");
        var secret = Arn("secretsmanager", "secret:rds!db-7f3c-AbCdEf");
        (string, string)[] mine = [("aws:ResourceTag/aws:rds:primaryDBInstanceArn", graph.Only("rds/instance:Instance").Arn)];

        Assert.True(role.May("secretsmanager:CreateSecret", secret));
        Assert.True(role.May("secretsmanager:RotateSecret", secret, mine));
        Assert.True(role.May("secretsmanager:DescribeSecret", secret, mine));
        Assert.False(role.May("secretsmanager:RotateSecret", secret));
        Assert.False(role.May("secretsmanager:RotateSecret", secret, ("aws:ResourceTag/aws:rds:primaryDBInstanceArn", Arn("rds", "db:recommender-uat-source"))));
        Assert.False(role.May("secretsmanager:GetSecretValue", secret, mine));
    }

    [Fact]
    public async Task A_database_is_made_with_the_default_options_of_its_engine()
    {
        var role = IamRole.Of(await TaskStack.OfAsync("prod"), "delivery-role");
        var options = Arn("rds", "og:default:postgres-18");

        Assert.True(role.May("rds:CreateDBInstance", options));
        Assert.True(role.May("rds:ModifyDBInstance", options));
        Assert.False(role.May("rds:CreateDBInstance", Arn("rds", "og:another")));
        Assert.False(role.May("rds:DeleteDBInstance", options));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_accounts_setting_for_the_catalog_is_changed_only_by_the_stack_that_makes_it(bool encrypts)
    {
        var role = IamRole.Of(await TaskStack.WithAsync("uat", ("lake.encryptCatalog", encrypts)), "delivery-role");

        Assert.Equal(encrypts, role.May("glue:PutDataCatalogEncryptionSettings", Arn("glue", "catalog")));
    }

    private static ManagedType Type(GraphResource resource) => ManagedTypes.All[resource.Type];

    private static IEnumerable<GraphResource> Made(StackGraph graph) => graph.Resources.Where(resource => !resource.Options.IsComponent || resource.Type.StartsWith("awsx:", StringComparison.Ordinal));

    private static void Refused(StackGraph graph, Func<GraphResource, IEnumerable<IamRequest>> requests, bool may)
    {
        var role = IamRole.Of(graph, "delivery-role");
        var wrong = (from resource in Made(graph)
                     from request in requests(resource)
                     where role.May(request) != may
                     select $"{resource}: {request.Action} on {request.Resource}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // Whether a request says by name or by tag whose the resource is; the account's own settings are everybody's.
    private static bool OfStack(IamRequest request, string stack) =>
        request.Resource.Contains($"recommender-{stack}-", StringComparison.Ordinal) || request.Resource.Contains($"recommender_{stack}_", StringComparison.Ordinal)
        || request.Context.ContainsKey("aws:ResourceTag/stack");

    private static IamRequest Foreign(IamRequest request, StackGraph graph) => request with
    {
        Resource = request.Resource.Replace($"recommender-{graph.Stack}-", $"recommender-{graph.OtherStack}-", StringComparison.Ordinal)
            .Replace($"recommender_{graph.Stack}_", $"recommender_{graph.OtherStack}_", StringComparison.Ordinal)
            .Replace($"/recommender/{graph.Stack}/", $"/recommender/{graph.OtherStack}/", StringComparison.Ordinal),
        Context = request.Context.ToDictionary(
            pair => pair.Key,
            pair => pair.Key.EndsWith("Tag/stack", StringComparison.Ordinal) ? [graph.OtherStack] : pair.Value,
            StringComparer.OrdinalIgnoreCase),
    };
}

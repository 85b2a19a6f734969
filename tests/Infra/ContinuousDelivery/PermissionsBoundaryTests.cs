using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;
using static Recommender.Infra.Tests.Harness.CloudNames;

namespace Recommender.Infra.Tests.ContinuousDelivery;

public sealed class PermissionsBoundaryTests
{
    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_role_but_that_of_CI_carries_it(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Assert.All(graph.OfType("iam/role:Role"), role => Assert.Equal(role.Name == "delivery-role" ? null : graph.Boundary().Arn, role.Text("permissionsBoundary")));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task It_leaves_every_role_what_its_own_policies_say(string name)
    {
        var graph = await Graphs.OfAsync(name);
        var checkedActions = 0;
        var lost = new List<string>();
        foreach (var role in graph.OfType("iam/role:Role").Where(role => role.Name != "delivery-role").Select(role => IamRole.Of(graph, role)))
        {
            foreach (var request in role.Policies.SelectMany(policy => policy.Statements).SelectMany(statement => Examples(statement, graph.Stack)))
            {
                checkedActions++;
                if (role.Boundary!.Decide(request) != IamDecision.Allowed)
                {
                    lost.Add($"{role.Resource}: {request.Action} on {request.Resource}");
                }
            }
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
        Assert.True(checkedActions > 10);
    }

    [Fact]
    public async Task It_names_no_action_that_no_role_needs()
    {
        var graph = await TaskStack.OfAsync("prod-everything");
        var needed = graph.OfType("iam/role:Role").Where(role => role.Name != "delivery-role").SelectMany(role => IamRole.Of(graph, role).Policies)
            .SelectMany(policy => policy.Statements).SelectMany(statement => statement.Actions).ToHashSet();
        var named = IamDocument.Parse(graph.Boundary().Text("policy")!).Statements.SelectMany(statement => statement.Actions);
        var superfluous = named.Except(needed).ToList();
        Assert.True(superfluous.Count == 0, string.Join(' ', superfluous));
    }

    [Theory]
    [InlineData("uat", "prod")]
    [InlineData("prod", "uat")]
    public async Task It_lets_nobody_to_the_other_stack_or_out_of_the_platform(string stack, string other)
    {
        var graph = await TaskStack.OfAsync(stack);
        var boundary = IamDocument.Parse(graph.Boundary().Text("policy")!);

        Assert.Equal(IamDecision.Allowed, boundary.Decide(new("s3:GetObject", $"arn:aws:s3:::recommender-{stack}-raw-{Account}/x")));
        Refused("s3:GetObject", $"arn:aws:s3:::recommender-{other}-raw-{Account}/x");
        Refused("s3:GetObject", "arn:aws:s3:::another/x");
        Refused("glue:GetTable", Arn("glue", $"table/recommender_{other}_raw/orders"));
        Refused("kms:Decrypt", Arn("kms", "key/1"), ("aws:ResourceTag/project", "recommender"), ("aws:ResourceTag/stack", other));
        Refused("kms:Decrypt", Arn("kms", "key/1"));
        Refused("iam:CreateRole", $"arn:aws:iam::{Account}:role/recommender-{stack}-x", ("iam:PermissionsBoundary", graph.Boundary().Arn));
        Refused("iam:PassRole", $"arn:aws:iam::{Account}:role/admin", ("iam:PassedToService", "ecs-tasks.amazonaws.com"));
        Refused("iam:PassRole", $"arn:aws:iam::{Account}:role/recommender-{stack}-ingest-task", ("iam:PassedToService", "lambda.amazonaws.com"));
        Refused("sts:AssumeRole", $"arn:aws:iam::{Account}:role/recommender-{stack}-delivery");
        Refused("secretsmanager:GetSecretValue", Arn("secretsmanager", "secret:rds!db-1"));
        Refused("ec2:RunInstances", Arn("ec2", "instance/*"));
        Refused("lambda:CreateFunction", Arn("lambda", $"function:recommender-{stack}-x"));

        void Refused(string action, string resource, params (string, string)[] context) =>
            Assert.Equal(IamDecision.NotAllowed, boundary.Decide(new IamRequest(action, resource).With(context)));
    }

    // One request for each action and resource of a statement, with values that its conditions hold for.
    private static IEnumerable<IamRequest> Examples(IamStatement statement, string stack) =>
        from action in statement.Allows ? statement.Actions : []
        from resource in statement.Resources
        select new IamRequest(action, resource == "*" ? "*" : resource.Replace("*", "x", StringComparison.Ordinal)).With(
        [
            .. statement.Conditions.Select(condition => (condition.Key, condition.Values[0].Replace("*", "x", StringComparison.Ordinal))).Where(pair => !pair.Key.StartsWith("aws:ResourceTag/", StringComparison.Ordinal)),
            ("aws:ResourceTag/project", "recommender"),
            ("aws:ResourceTag/stack", stack),
        ]);
}

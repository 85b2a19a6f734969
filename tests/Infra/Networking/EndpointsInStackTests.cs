using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Networking;

/// <summary>The endpoints let through what tasks and those who start them may call: there is no other way out.</summary>
public sealed class EndpointsInStackTests
{
    // The services by the prefix of their actions; what has no endpoint is below.
    private static readonly Dictionary<string, string[]> _endpoints = new()
    {
        ["athena"] = ["athena"],
        ["cloudwatch"] = ["monitoring"],
        ["ecr"] = ["ecr.api", "ecr.dkr"],
        ["glue"] = ["glue"],
        ["kinesis"] = ["kinesis-streams"],
        ["logs"] = ["logs"],
        ["s3"] = ["s3"],
        ["secretsmanager"] = ["secretsmanager"],
        ["states"] = ["states"],
        ["sts"] = ["sts"],
    };

    // S3 calls KMS for the task; a database is reached in the network itself.
    private static readonly string[] _withoutEndpoint = ["kms", "rds-db"];

    public static TheoryData<string> Variants => ["uat", "prod", "uat-everything", "prod-everything", "uat-least", "prod-least"];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task What_tasks_may_call_passes_an_endpoint(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        var calls = TaskRoles(graph).SelectMany(role => Calls(graph, role)).Where(call => !_withoutEndpoint.Contains(call.Action.Split(':')[0])).ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.All(_endpoints[call.Action.Split(':')[0]], service => Assert.True(Passes(graph, service, call.Action, call.Resource), $"{call.Role}: {call.Action} on {call.Resource} does not pass endpoint {service}")));
    }

    private static IEnumerable<GraphResource> TaskRoles(StackGraph graph) =>
        graph.OfType("ecs/taskDefinition:TaskDefinition")
            .SelectMany(task => new[] { task.Text("taskRoleArn"), task.Text("executionRoleArn") })
            .Distinct()
            .Select(arn => graph.OfType("iam/role:Role").Single(role => role.Arn == arn));

    private static IEnumerable<(GraphResource Role, string Action, string Resource)> Calls(StackGraph graph, GraphResource role) =>
        from statement in IamRole.Of(graph, role).Policies.SelectMany(policy => policy.Statements)
        where statement.Allows
        from action in statement.Actions
        from resource in statement.Resources
        select (role, action, resource.Replace('*', 'x'));

    private static bool Passes(StackGraph graph, string service, string action, string resource) =>
        graph.OfType("ec2/vpcEndpoint:VpcEndpoint").SingleOrDefault(endpoint => endpoint.Text("serviceName") == $"com.amazonaws.{CloudNames.Region}.{service}") is { } endpoint
        && IamDocument.Parse(endpoint.Text("policy")!).Lets(
            IamPrincipal.Aws($"arn:aws:iam::{CloudNames.Account}:role/task"), action, resource, ("aws:PrincipalAccount", CloudNames.Account), ("aws:ResourceAccount", CloudNames.Account));
}

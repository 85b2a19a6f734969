using System.Text.RegularExpressions;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Orchestration;

public sealed partial class PipelineTests
{
    private const string Machine = "sfn/stateMachine:StateMachine";

    [Theory]
    [InlineData("uat", "ALL", true)]
    [InlineData("prod", "ERROR", false)]
    public async Task Executions_are_logged_as_the_stack_wants_and_encrypted_with_its_key(string stack, string level, bool data)
    {
        var graph = await Graphs.OfAsync(stack);
        var machine = graph.Get(Machine, "pipeline-machine");
        var log = graph.Get("cloudwatch/logGroup:LogGroup", "pipeline-log");

        Assert.Equal("STANDARD", machine.Text("type"));
        Assert.Equal(level, machine.Text("loggingConfiguration.level"));
        Assert.Equal(data, machine.Flag("loggingConfiguration.includeExecutionData"));
        Assert.Equal($"{log.Arn}:*", machine.Text("loggingConfiguration.logDestination"));
        Assert.Equal($"/aws/vendedlogs/states/recommender-{stack}-pipeline", log.Text("name"));
        Assert.True(machine.Flag("tracingConfiguration.enabled"));
        Assert.Equal("CUSTOMER_MANAGED_KMS_KEY", machine.Text("encryptionConfiguration.type"));
        Assert.Equal(log.Text("kmsKeyId"), machine.Text("encryptionConfiguration.kmsKeyId"));
    }

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task The_machine_may_run_the_families_that_its_text_names_in_its_cluster_and_nothing_else(string stack)
    {
        var graph = await Graphs.OfAsync(stack);
        var role = IamRole.Of(graph, "pipeline-role");
        var cluster = graph.Only("ecs/cluster:Cluster").Arn;
        var named = TaskDefinition().Matches(DeployedMachine.Text(graph)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Equal(4, named.Count);
        Assert.All(named, definition =>
        {
            Assert.True(role.May("ecs:RunTask", definition, ("ecs:cluster", cluster)));
            Assert.False(role.May("ecs:RunTask", definition, ("ecs:cluster", $"{cluster}-other")));

            // A run that began before an update names the revision before; another family is another job.
            var family = definition[..definition.LastIndexOf(':')];
            Assert.True(role.May("ecs:RunTask", $"{family}:7", ("ecs:cluster", cluster)));
            Assert.False(role.May("ecs:RunTask", $"{family}-other:1", ("ecs:cluster", cluster)));
        });
        Assert.All(graph.OfType("ecs/taskDefinition:TaskDefinition").Where(definition => !named.Contains(definition.Arn)), other =>
            Assert.False(role.May("ecs:RunTask", other.Arn, ("ecs:cluster", cluster))));
        var task = $"{cluster.Replace(":cluster/", ":task/", StringComparison.Ordinal)}/0123";
        Assert.True(role.May("ecs:StopTask", task, ("ecs:cluster", cluster)));
        Assert.True(role.May("ecs:DescribeTasks", task, ("ecs:cluster", cluster)));
        Assert.True(role.May("ecs:TagResource", task, ("ecs:CreateAction", "RunTask")));
        Assert.False(role.May("ecs:TagResource", task));
        Assert.False(role.May("ecs:StopTask", CloudNames.Arn("ecs", "task/other/0123"), ("ecs:cluster", cluster)));
        Assert.True(role.May("events:PutTargets", CloudNames.Arn("events", "rule/StepFunctionsGetEventsForECSTaskRule")));
    }

    [Fact]
    public async Task The_machine_hands_out_the_roles_of_its_tasks_to_tasks_alone()
    {
        var graph = await Graphs.OfAsync("prod");
        var role = IamRole.Of(graph, "pipeline-role");
        var named = TaskDefinition().Matches(DeployedMachine.Text(graph)).Select(match => match.Groups[1].Value).ToHashSet();
        var used = graph.OfType("ecs/taskDefinition:TaskDefinition").Where(definition => named.Contains(definition.Arn))
            .SelectMany(definition => new[] { definition.Text("taskRoleArn")!, definition.Text("executionRoleArn")! }).ToHashSet();

        Assert.Equal(8, used.Count);
        Assert.All(graph.OfType("iam/role:Role"), other =>
        {
            Assert.Equal(used.Contains(other.Arn), role.May("iam:PassRole", other.Arn, ("iam:PassedToService", "ecs-tasks.amazonaws.com")));
            Assert.False(role.May("iam:PassRole", other.Arn, ("iam:PassedToService", "lambda.amazonaws.com")));
        });
    }

    [Fact]
    public async Task The_machine_tells_its_topic_and_looks_for_its_own_runs()
    {
        var graph = await Graphs.OfAsync("prod");
        var role = IamRole.Of(graph, "pipeline-role");
        var topic = graph.Only("sns/topic:Topic");
        var machine = graph.Get(Machine, "pipeline-machine");
        var key = machine.Text("encryptionConfiguration.kmsKeyId")!;

        Assert.True(role.May("sns:Publish", topic.Arn));
        Assert.False(role.May("sns:Publish", $"{topic.Arn}-other"));
        Assert.True(role.May("kms:GenerateDataKey", key, StackKey.Of(graph, ("kms:ViaService", "sns.eu-west-1.amazonaws.com"))));
        Assert.False(role.May("kms:Decrypt", key, StackKey.Of(graph, ("kms:ViaService", "s3.eu-west-1.amazonaws.com"))));
        Assert.True(role.May("kms:Decrypt", key, StackKey.Of(graph, ("kms:EncryptionContext:aws:states:stateMachineArn", machine.Arn))));
        Assert.False(role.May("kms:Decrypt", key, StackKey.Of(graph, ("kms:EncryptionContext:aws:states:stateMachineArn", $"{machine.Arn}-late"))));
        Assert.True(role.May("states:ListExecutions", machine.Arn));
        Assert.False(role.May("states:StartExecution", machine.Arn));
        Assert.Equal(machine.Text("roleArn"), role.Resource.Arn);
        Assert.True(role.TrustsService("states.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
        Assert.False(role.TrustsService("states.amazonaws.com", ("aws:SourceAccount", "999999999999")));
    }

    [Theory]
    [InlineData("uat-bootstrap")]
    [InlineData("prod-bootstrap")]
    public async Task Before_there_are_images_there_is_no_pipeline(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        Assert.Empty(graph.OfType(Machine));
        Assert.Empty(graph.OfType("scheduler/schedule:Schedule"));
    }

    [GeneratedRegex("\"TaskDefinition\": \"([^\"]+)\"")]
    private static partial Regex TaskDefinition();
}

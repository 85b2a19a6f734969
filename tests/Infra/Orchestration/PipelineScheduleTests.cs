using System.Text.Json.Nodes;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Orchestration;

public sealed class PipelineScheduleTests
{
    [Theory]
    [InlineData("uat", "DISABLED", "cron(0 5 ? * MON *)")]
    [InlineData("uat-everything", "ENABLED", "cron(0 5 ? * MON *)")]
    [InlineData("prod", "ENABLED", "cron(0 4 * * ? *)")]
    [InlineData("prod-least", "DISABLED", "cron(0 4 * * ? *)")]
    public async Task The_schedule_is_that_of_the_settings(string variant, string state, string expression)
    {
        var schedule = Schedule(await Graphs.OfAsync(variant));

        Assert.Equal(state, schedule.Text("state"));
        Assert.Equal(expression, schedule.Text("scheduleExpression"));
        Assert.Equal("Europe/London", schedule.Text("scheduleExpressionTimezone"));
        Assert.Equal("OFF", schedule.Text("flexibleTimeWindow.mode"));
    }

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task It_starts_the_machine_with_the_delivery_and_never_a_task(string stack)
    {
        var graph = await Graphs.OfAsync(stack);
        var schedule = Schedule(graph);
        var machine = graph.Get("sfn/stateMachine:StateMachine", "pipeline-machine");
        var role = IamRole.ByArn(graph, schedule.Text("target.roleArn")!);

        Assert.Equal(machine.Arn, schedule.Text("target.arn"));
        Assert.Equal($"s3://recommender-{stack}-raw-{CloudNames.Account}/deliveries/", JsonNode.Parse(schedule.Text("target.input")!)!["source"]!.GetValue<string>());
        Assert.Null(schedule.At("target.ecsParameters"));
        Assert.True(role.May("states:StartExecution", machine.Arn));
        Assert.All(graph.OfType("sfn/stateMachine:StateMachine").Where(other => other != machine), other => Assert.False(role.May("states:StartExecution", other.Arn)));
        Assert.All(graph.OfType("ecs/taskDefinition:TaskDefinition"), definition => Assert.False(role.May("ecs:RunTask", definition.Arn, ("ecs:cluster", graph.Only("ecs/cluster:Cluster").Arn))));
        Assert.True(role.TrustsService("scheduler.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
    }

    [Fact]
    public async Task A_start_that_cannot_be_delivered_is_tried_for_an_hour_and_then_kept()
    {
        var graph = await Graphs.OfAsync("prod");
        var schedule = Schedule(graph);
        var queue = graph.Only("sqs/queue:Queue");
        var role = IamRole.ByArn(graph, schedule.Text("target.roleArn")!);

        Assert.Equal(3600, schedule.Number("target.retryPolicy.maximumEventAgeInSeconds"));
        Assert.Equal(queue.Arn, schedule.Text("target.deadLetterConfig.arn"));
        Assert.NotNull(queue.Text("kmsMasterKeyId"));
        Assert.Equal(14 * 24 * 3600, queue.Number("messageRetentionSeconds"));
        Assert.True(role.May("sqs:SendMessage", queue.Arn));
        Assert.True(role.May("kms:GenerateDataKey", queue.Text("kmsMasterKeyId")!, StackKey.Of(graph, ("kms:ViaService", "sqs.eu-west-1.amazonaws.com"))));
    }

    [Fact]
    public async Task The_queue_takes_messages_of_this_stacks_rules_over_TLS()
    {
        var graph = await Graphs.OfAsync("prod");
        var queue = graph.Only("sqs/queue:Queue");
        var policy = IamDocument.Parse(graph.Only("sqs/queuePolicy:QueuePolicy").Text("policy")!);
        var rule = graph.Get("cloudwatch/eventRule:EventRule", "pipeline-late-rule");
        bool Lets(string source, string account, string tls) => policy.Lets(
            IamPrincipal.Service("events.amazonaws.com"), "sqs:SendMessage", queue.Arn, ("aws:SourceArn", source), ("aws:SourceAccount", account), ("aws:SecureTransport", tls));

        Assert.True(Lets(rule.Arn, CloudNames.Account, "true"));
        Assert.False(Lets(rule.Arn, CloudNames.Account, "false"));
        Assert.False(Lets(rule.Arn, "999999999999", "true"));
        Assert.False(Lets(rule.Arn.Replace("-prod-", "-uat-", StringComparison.Ordinal), CloudNames.Account, "true"));
    }

    private static GraphResource Schedule(StackGraph graph) => graph.Get("scheduler/schedule:Schedule", "pipeline-schedule-schedule");
}

using System.Text.Json.Nodes;
using Recommender.Infra.Orchestration;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;
using Recommender.Tests.StateMachine;

namespace Recommender.Infra.Tests.Orchestration;

public sealed class LateWatchTests
{
    private const string Machine = "sfn/stateMachine:StateMachine";

    [Theory]
    [InlineData("uat-everything", 120)]
    [InlineData("prod", 180)]
    public async Task A_run_that_still_goes_after_its_minutes_fails_the_watch(string stack, int minutes)
    {
        var (execution, waited) = Watch(await Graphs.OfAsync(stack), "RUNNING");

        Assert.Equal((AslStatus.Failed, LateWatchDefinition.Error), (execution.Status, execution.Error));
        Assert.Equal(TimeSpan.FromMinutes(minutes), waited);
    }

    [Theory]
    [InlineData("SUCCEEDED")]
    [InlineData("FAILED")]
    [InlineData("ABORTED")]
    [InlineData("TIMED_OUT")]
    public async Task A_run_that_has_ended_is_not_late(string status) =>
        Assert.Equal(AslStatus.Succeeded, Watch(await Graphs.OfAsync("prod"), status).Execution.Status);

    [Theory]
    [InlineData("uat", false)]
    [InlineData("uat-everything", true)]
    [InlineData("prod", true)]
    [InlineData("prod-least", false)]
    [InlineData("prod-bootstrap", false)]
    public async Task There_is_a_watch_where_the_schedule_is_on(string variant, bool expected) =>
        Assert.Equal(expected, (await Graphs.OfAsync(variant)).OfType(Machine).Any(machine => machine.Name == "pipeline-late-machine"));

    [Fact]
    public async Task Each_start_of_the_pipeline_and_of_nothing_else_starts_it()
    {
        var graph = await Graphs.OfAsync("prod");
        var rule = graph.Get("cloudwatch/eventRule:EventRule", "pipeline-late-rule");
        var pattern = JsonNode.Parse(rule.Text("eventPattern")!)!;
        Assert.Equal(graph.Get(Machine, "pipeline-machine").Arn, Assert.Single(pattern["detail"]!["stateMachineArn"]!.AsArray())!.GetValue<string>());
        Assert.Equal("RUNNING", Assert.Single(pattern["detail"]!["status"]!.AsArray())!.GetValue<string>());

        var target = graph.Get("cloudwatch/eventTarget:EventTarget", "pipeline-late-target");
        var watch = graph.Get(Machine, "pipeline-late-machine");
        Assert.Equal(watch.Arn, target.Text("arn"));
        var starter = IamRole.ByArn(graph, target.Text("roleArn")!);
        Assert.True(starter.May("states:StartExecution", watch.Arn));
        Assert.False(starter.May("states:StartExecution", graph.Get(Machine, "pipeline-machine").Arn));
        Assert.True(starter.TrustsService("events.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
        Assert.False(starter.TrustsService("events.amazonaws.com", ("aws:SourceAccount", "999999999999")));
    }

    [Fact]
    public async Task It_may_look_at_runs_of_the_pipeline_alone()
    {
        var role = IamRole.Of(await Graphs.OfAsync("prod"), "pipeline-late-machine-role");

        Assert.True(role.May("states:DescribeExecution", CloudNames.Arn("states", "execution:recommender-prod-pipeline:nightly-7")));
        Assert.False(role.May("states:DescribeExecution", CloudNames.Arn("states", "execution:recommender-uat-pipeline:nightly-7")));
        Assert.False(role.May("states:StopExecution", CloudNames.Arn("states", "execution:recommender-prod-pipeline:nightly-7")));
    }

    private static (AslExecution Execution, TimeSpan Waited) Watch(StackGraph graph, string status)
    {
        const string Run = "arn:aws:states:eu-west-1:123456789012:execution:recommender-prod-pipeline:nightly-7";
        var time = new VirtualTime();
        var began = time.Now;
        var service = new OneExecution(Run, status, time);
        var definition = AslDefinition.Parse(graph.Get(Machine, "pipeline-late-machine").Text("definition")!);
        var execution = new AslInterpreter(definition, service, time).Execute("watch-1", new JsonObject { ["detail"] = new JsonObject { ["executionArn"] = Run, ["status"] = "RUNNING" } });
        return (execution, service.Looked!.Value - began);
    }

    /// <summary>Step Functions with one execution.</summary>
    private sealed class OneExecution(string arn, string status, VirtualTime time) : IAslServices
    {
        public DateTimeOffset? Looked { get; private set; }

        public Task<JsonNode?> CallAsync(string resource, JsonObject parameters, CancellationToken cancellationToken)
        {
            Looked = time.Now;
            return (resource, parameters["ExecutionArn"]?.GetValue<string>()) == ("arn:aws:states:::aws-sdk:sfn:describeExecution", arn)
                ? Task.FromResult<JsonNode?>(new JsonObject { ["ExecutionArn"] = arn, ["Status"] = status })
                : throw new AslStateException("Sfn.ExecutionDoesNotExistException", parameters.ToJsonString());
        }
    }
}

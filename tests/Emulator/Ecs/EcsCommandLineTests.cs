using System.Text.Json.Nodes;
using Recommender.AwsEmulator.StepFunctions;
using Recommender.Emulator.Tests.Support;
using Recommender.Tests;

namespace Recommender.Emulator.Tests.Ecs;

/// <summary>The emulated ECS, Step Functions and logs under AWS's own command line.</summary>
public sealed class EcsCommandLineTests : EcsEmulatorTest, IDisposable
{
    private const string Network = "awsvpcConfiguration={subnets=[subnet-1]}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_task_is_run_followed_stopped_and_its_log_read()
    {
        AwsCommandLine.Require();
        var overrides = """{"containerOverrides":[{"name":"transform","command":["echo hello; exec sleep 60"]}]}""";
        var started = await DoAsync("ecs", "run-task", "--cluster", Cluster, "--task-definition", Definition, "--launch-type", "FARGATE", "--network-configuration", Network, "--overrides", overrides);
        var arn = (string)started["tasks"]![0]!["taskArn"]!;
        await UntilAsync(arn, "RUNNING");
        Assert.Equal(arn, (string)(await DoAsync("ecs", "list-tasks", "--cluster", Cluster))["taskArns"]![0]!);
        await DoAsync("ecs", "stop-task", "--cluster", Cluster, "--task", arn, "--reason", "enough");
        await UntilAsync(arn, "STOPPED");

        var task = (await DoAsync("ecs", "describe-tasks", "--cluster", Cluster, "--tasks", arn))["tasks"]![0]!;
        var stream = $"transform/transform/{arn.Split('/')[^1]}";
        var log = await DoAsync("logs", "get-log-events", "--log-group-name", "/recommender/uat/transform", "--log-stream-name", stream, "--start-from-head");

        Assert.Equal(("STOPPED", "UserInitiated", "enough"), ((string)task["lastStatus"]!, (string)task["stopCode"]!, (string)task["stoppedReason"]!));
        Assert.Equal(["hello"], log["events"]!.AsArray().Select(line => (string)line!["message"]!));
        Assert.Equal(stream, (string)(await DoAsync("logs", "describe-log-streams", "--log-group-name", "/recommender/uat/transform"))["logStreams"]![0]!["logStreamName"]!);
    }

    [Fact]
    public async Task A_machine_is_made_and_started_and_tells_how_it_ended()
    {
        AwsCommandLine.Require();
        var definition = $$$"""
            {"StartAt":"t","States":{"t":{"Type":"Task","Resource":"arn:aws:states:::ecs:runTask.sync","End":true,"ResultPath":null,"Parameters":{
              "Cluster":"{{{Cluster}}}","TaskDefinition":"{{{Definition}}}","ClientToken.$":"$$.Execution.Name","NetworkConfiguration":{"AwsvpcConfiguration":{"Subnets":["subnet-1"]}} } } } }
            """;
        var machine = (string)(await DoAsync("stepfunctions", "create-state-machine", "--name", "m", "--definition", definition, "--role-arn", "arn:aws:iam::000000000000:role/m"))["stateMachineArn"]!;
        var execution = (string)(await DoAsync("stepfunctions", "start-execution", "--state-machine-arn", machine, "--name", "run-1", "--input", """{"a":1}"""))["executionArn"]!;
        JsonObject described;
        do
        {
            described = await DoAsync("stepfunctions", "describe-execution", "--execution-arn", execution);
        }
        while ((string)described["status"]! == "RUNNING");

        Assert.Equal(("SUCCEEDED", """{"a":1}"""), ((string)described["status"]!, (string)described["output"]!));
        Assert.Equal(Server.Service<StepFunctionsService>().Arn("m"), machine);
        Assert.Equal("TaskSubmitted", (string)(await DoAsync("stepfunctions", "get-execution-history", "--execution-arn", execution))["events"]![4]!["type"]!);
    }

    private async Task<JsonObject> DoAsync(params string[] arguments)
    {
        var output = await new AwsCommandLine(Server, _folder.Path).DoAsync(Cancellation, arguments);
        return output.Length == 0 ? [] : JsonNode.Parse(output)!.AsObject();
    }
}

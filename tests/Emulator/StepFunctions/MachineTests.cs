using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Recommender.AwsEmulator.Ecs;
using Recommender.AwsEmulator.Faults;
using Recommender.AwsEmulator.StepFunctions;
using Recommender.Emulator.Tests.Ecs;

namespace Recommender.Emulator.Tests.StepFunctions;

public sealed class MachineTests : EcsEmulatorTest
{
    private AmazonStepFunctionsClient? _client;
    private string _machine = "";

    private AmazonStepFunctionsClient Client => _client!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _client = new(Credentials, new AmazonStepFunctionsConfig { ServiceURL = Server.Address.ToString(), AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        var service = Server.Service<StepFunctionsService>();
        service.Speed = 1000;
        _machine = service.Put("recommender-uat-pipeline", MachineText());
    }

    public override async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_machine_runs_its_tasks_on_the_emulated_ECS()
    {
        var ended = await EndAsync(await StartAsync("run-1", "exit 0"));

        Assert.Equal(ExecutionStatus.SUCCEEDED, ended.Status);
        Assert.Equal("STOPPED", JsonNode.Parse(ended.Output)!["LastStatus"]!.GetValue<string>());
        Assert.Equal(0, JsonNode.Parse(ended.Output)!["Containers"]![0]!["ExitCode"]!.GetValue<int>());
        var tasks = await Ecs.ListTasksAsync(new() { Cluster = Cluster, DesiredStatus = Amazon.ECS.DesiredStatus.STOPPED, StartedBy = "AWS Step Functions" }, Cancellation);
        Assert.Single(tasks.TaskArns);
    }

    [Fact]
    public async Task A_task_that_fails_fails_the_execution_and_its_cause_has_the_exit_code()
    {
        var arn = await StartAsync("run-1", "exit 3");
        var ended = await EndAsync(arn);

        Assert.Equal(ExecutionStatus.FAILED, ended.Status);
        Assert.Equal("States.TaskFailed", ended.Error);
        Assert.Equal(3, JsonNode.Parse(ended.Cause)!["Containers"]![0]!["ExitCode"]!.GetValue<int>());
        var history = (await Client.GetExecutionHistoryAsync(new() { ExecutionArn = arn }, Cancellation)).Events;
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskFailed", "ExecutionFailed"],
            history.Select(happened => happened.Type.Value));
        Assert.Equal("clean.orders", history[1].StateEnteredEventDetails.Name);
        Assert.Equal(("runTask.sync", "ecs"), (history[5].TaskFailedEventDetails.Resource, history[5].TaskFailedEventDetails.ResourceType));
        Assert.Equal([0, 1, 2, 3, 4], history.Take(5).Select(happened => happened.PreviousEventId));
    }

    [Fact]
    public async Task A_call_that_is_throttled_is_tried_again_as_the_machine_says()
    {
        Server.Faults.Add(new FaultRule { Service = "ecs", Operation = "RunTask", Kind = FaultKind.Throttle });
        Service.Add(new TaskFault { Kind = TaskFaultKind.NoCapacity, Reason = "RESOURCE:CPU" });

        Assert.Equal(ExecutionStatus.SUCCEEDED, (await EndAsync(await StartAsync("run-1", "exit 0"))).Status);
        Assert.Equal(0, Server.Faults.Pending);
    }

    [Fact]
    public async Task A_task_whose_start_was_not_heard_of_has_no_twin()
    {
        Server.Faults.Add(new FaultRule { Service = "ecs", Operation = "RunTask", Kind = FaultKind.TearAfter });

        Assert.Equal(ExecutionStatus.SUCCEEDED, (await EndAsync(await StartAsync("run-1", "exit 0"))).Status);
        Assert.Single((await Ecs.ListTasksAsync(new() { Cluster = Cluster, DesiredStatus = Amazon.ECS.DesiredStatus.STOPPED }, Cancellation)).TaskArns);
    }

    [Fact]
    public async Task A_name_stands_for_one_execution()
    {
        var first = await StartAsync("run-1", "exec sleep 60");

        Assert.Equal(first, await StartAsync("run-1", "exec sleep 60"));
        await Assert.ThrowsAsync<ExecutionAlreadyExistsException>(() => StartAsync("run-1", "exit 0"));
    }

    [Fact]
    public async Task An_execution_that_is_stopped_stops_its_task()
    {
        var arn = await StartAsync("run-1", "exec sleep 60");
        var task = await RunningAsync();

        await Client.StopExecutionAsync(new() { ExecutionArn = arn, Error = "Stopped", Cause = "by hand" }, Cancellation);

        var ended = await EndAsync(arn);
        Assert.Equal((ExecutionStatus.ABORTED, "Stopped", "by hand"), (ended.Status, ended.Error, ended.Cause));
        Assert.Equal("Task stopped by AWS Step Functions", (await UntilAsync(task, "STOPPED")).StoppedReason);
    }

    [Fact]
    public async Task Machines_and_executions_are_listed()
    {
        await EndAsync(await StartAsync("run-1", "exit 0"));
        var running = await StartAsync("run-2", "exec sleep 60");

        Assert.Equal(["recommender-uat-pipeline"], (await Client.ListStateMachinesAsync(new(), Cancellation)).StateMachines.Select(machine => machine.Name));
        Assert.Equal(MachineText(), (await Client.DescribeStateMachineAsync(new() { StateMachineArn = _machine }, Cancellation)).Definition);
        Assert.Equal(["run-2", "run-1"], (await Client.ListExecutionsAsync(new() { StateMachineArn = _machine }, Cancellation)).Executions.Select(execution => execution.Name));
        Assert.Equal([running], (await Client.ListExecutionsAsync(new() { StateMachineArn = _machine, StatusFilter = ExecutionStatus.RUNNING }, Cancellation)).Executions.Select(execution => execution.ExecutionArn));
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() => Client.StartExecutionAsync(new() { StateMachineArn = _machine + "x" }, Cancellation));
    }

    private async Task<string> RunningAsync()
    {
        while (true)
        {
            if ((await Ecs.ListTasksAsync(new() { Cluster = Cluster }, Cancellation)).TaskArns is [var task, ..] && (await UntilAsync(task, "RUNNING")) is not null)
            {
                return task;
            }

            await Task.Delay(10, Cancellation);
        }
    }

    private async Task<string> StartAsync(string name, string command) =>
        (await Client.StartExecutionAsync(new() { StateMachineArn = _machine, Name = name, Input = new JsonObject { ["command"] = command }.ToJsonString() }, Cancellation)).ExecutionArn;

    private async Task<DescribeExecutionResponse> EndAsync(string arn)
    {
        while (true)
        {
            var execution = await Client.DescribeExecutionAsync(new() { ExecutionArn = arn }, Cancellation);
            if (execution.Status != ExecutionStatus.RUNNING)
            {
                return execution;
            }

            await Task.Delay(10, Cancellation);
        }
    }

    private string MachineText() => $$"""
        {
          "StartAt": "clean.orders",
          "States": {
            "clean.orders": {
              "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 36000, "End": true,
              "Parameters": {
                "Cluster": "{{Cluster}}", "TaskDefinition": "{{Definition}}", "LaunchType": "FARGATE", "ClientToken.$": "$$.Execution.Name",
                "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": ["subnet-1"] } },
                "Overrides": { "ContainerOverrides": [{ "Name": "transform", "Command.$": "States.Array($.command)" }] }
              },
              "Retry": [{ "ErrorEquals": ["ECS.ThrottlingException", "ECS.AmazonECSException", "ECS.SdkClientException"], "IntervalSeconds": 5, "MaxAttempts": 3 }]
            }
          }
        }
        """;
}

using Amazon.ECS;
using Amazon.ECS.Model;
using Recommender.AwsEmulator.Ecs;
using Task = System.Threading.Tasks.Task;

namespace Recommender.Emulator.Tests.Ecs;

public sealed class TaskTests : EcsEmulatorTest
{
    [Fact]
    public async Task A_task_runs_its_command_and_ends_with_its_exit_code()
    {
        var arn = await RunAsync("exit 3");

        var task = await UntilAsync(arn, "STOPPED");

        Assert.Equal((3, "transform"), (task.Containers[0].ExitCode, task.Containers[0].Name));
        Assert.Equal(("EssentialContainerExited", "Essential container in task exited"), (task.StopCode.Value, task.StoppedReason));
        Assert.Equal(Definition, task.TaskDefinitionArn);
        Assert.StartsWith($"arn:aws:ecs:eu-west-1:000000000000:task/{Cluster}/", arn, StringComparison.Ordinal);
        Assert.NotNull(task.StartedAt);
        Assert.NotNull(task.StoppedAt);
    }

    [Fact]
    public async Task What_it_writes_is_in_the_log_stream_of_the_task()
    {
        var arn = await RunAsync("echo $RECOMMENDER_STACK $COLOUR; echo oops >&2; echo $HOSTTYPE$EMULATOR_TEST_SECRET end");
        await UntilAsync(arn, "STOPPED");

        var lines = Server.Service<AwsEmulator.Logs.LogsService>().Store.Stream("/recommender/uat/transform", $"transform/transform/{arn.Split('/')[^1]}").Lines;

        // Output and errors are two pipes: which line comes first is not said.
        Assert.Equal(["end", "oops", "uat blue"], lines.Select(line => line.Message.Trim()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_repeated_call_with_one_token_starts_one_task()
    {
        var request = Request("exit 0");
        request.ClientToken = "run-1-clean.orders-1";

        var first = (await Ecs.RunTaskAsync(request, Cancellation)).Tasks[0].TaskArn;
        var second = (await Ecs.RunTaskAsync(request, Cancellation)).Tasks[0].TaskArn;

        Assert.Equal(first, second);
        request.Overrides.ContainerOverrides[0].Command = ["exit 1"];
        var refused = await Assert.ThrowsAnyAsync<AmazonECSException>(() => Ecs.RunTaskAsync(request, Cancellation));
        Assert.Equal("ConflictException", refused.ErrorCode);
    }

    [Fact]
    public async Task A_task_that_is_stopped_may_end_in_good_order()
    {
        var arn = await RunAsync("trap 'exit 0' TERM; echo ready; while :; do sleep 0.01; done");
        await UntilAsync(arn, "RUNNING");
        await ReadyAsync(arn);

        await Ecs.StopTaskAsync(new() { Cluster = Cluster, Task = arn, Reason = "no longer needed" }, Cancellation);

        var task = await UntilAsync(arn, "STOPPED");
        Assert.Equal((0, "UserInitiated", "no longer needed"), (task.Containers[0].ExitCode, task.StopCode.Value, task.StoppedReason));
    }

    [Fact]
    public async Task A_task_that_does_not_listen_is_killed_after_its_time()
    {
        var arn = await RunAsync("trap '' TERM; echo ready; while :; do sleep 0.01; done");
        await ReadyAsync(arn);

        await Ecs.StopTaskAsync(new() { Cluster = Cluster, Task = arn }, Cancellation);

        Assert.Equal(137, (await UntilAsync(arn, "STOPPED")).Containers[0].ExitCode);
    }

    [Fact]
    public async Task An_emulator_that_ends_does_not_wait_for_a_task_that_was_told_to_stop_and_does_not()
    {
        Service.Register(System.Text.Json.Nodes.JsonNode.Parse("""
            { "family": "patient", "containerDefinitions": [{ "name": "transform", "image": "x", "stopTimeout": 120,
              "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "g", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "p" } } }] }
            """)!.AsObject());
        var request = Request("trap '' TERM; echo ready; while :; do sleep 0.01; done");
        request.TaskDefinition = "patient";
        var arn = (await Ecs.RunTaskAsync(request, Cancellation)).Tasks[0].TaskArn;
        await ReadyAsync(arn);
        await Ecs.StopTaskAsync(new() { Cluster = Cluster, Task = arn }, Cancellation);

        await Service.DisposeAsync();

        Assert.Equal(137, (await UntilAsync(arn, "STOPPED")).Containers[0].ExitCode);
    }

    [Fact]
    public async Task A_task_may_never_start()
    {
        Service.Add(new TaskFault { Kind = TaskFaultKind.NeverStarts, Match = "exit" });

        var task = await UntilAsync(await RunAsync("exit 0"), "STOPPED");

        Assert.Equal("TaskFailedToStart", task.StopCode.Value);
        Assert.StartsWith("CannotPullContainerError", task.StoppedReason, StringComparison.Ordinal);
        Assert.Null(task.Containers[0].ExitCode);
        Assert.Null(task.StartedAt);
    }

    [Fact]
    public async Task There_may_be_no_capacity()
    {
        Service.Add(new TaskFault { Kind = TaskFaultKind.NoCapacity, Reason = "RESOURCE:MEMORY" });

        var answer = await Ecs.RunTaskAsync(Request("exit 0"), Cancellation);

        Assert.Empty(answer.Tasks ?? []);
        Assert.Equal("RESOURCE:MEMORY", answer.Failures[0].Reason);
        await UntilAsync(await RunAsync("exit 0"), "STOPPED");
    }

    [Fact]
    public async Task A_task_may_want_too_much_memory()
    {
        Service.Add(new TaskFault { Kind = TaskFaultKind.OutOfMemory });

        var task = await UntilAsync(await RunAsync("exit 0"), "STOPPED");

        Assert.Equal((137, "OutOfMemoryError: Container killed due to memory usage"), (task.Containers[0].ExitCode, task.Containers[0].Reason));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_a_task_that_never_starts()
    {
        Service.Launcher = new ProcessLauncher(new() { Program = "/no/such/program" });

        var task = await UntilAsync(await RunAsync("exit 0"), "STOPPED");

        Assert.StartsWith("CannotStartContainerError", task.StoppedReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_a_call_is_said()
    {
        var cluster = Request("exit 0");
        cluster.Cluster = "other";
        var network = Request("exit 0");
        network.NetworkConfiguration = null;
        var container = Request("exit 0");
        container.Overrides.ContainerOverrides[0].Name = "other";

        await Assert.ThrowsAsync<ClusterNotFoundException>(() => Ecs.RunTaskAsync(cluster, Cancellation));
        Assert.Contains("awsvpc", (await Assert.ThrowsAsync<InvalidParameterException>(() => Ecs.RunTaskAsync(network, Cancellation))).Message, StringComparison.Ordinal);
        Assert.Equal(
            "Override for container named other is not a container in the TaskDefinition.",
            (await Assert.ThrowsAsync<InvalidParameterException>(() => Ecs.RunTaskAsync(container, Cancellation))).Message);
        Assert.Equal("MISSING", (await Ecs.DescribeTasksAsync(new() { Cluster = Cluster, Tasks = ["0"] }, Cancellation)).Failures[0].Reason);
    }

    [Fact]
    public async Task Tasks_are_listed_by_family_and_by_what_is_wanted_of_them()
    {
        var ended = await RunAsync("exit 0");
        await UntilAsync(ended, "STOPPED");
        var running = await RunAsync("exec sleep 60");

        Assert.Equal([running], (await Ecs.ListTasksAsync(new() { Cluster = Cluster, Family = "recommender-uat-transform" }, Cancellation)).TaskArns);
        Assert.Equal([ended], (await Ecs.ListTasksAsync(new() { Cluster = Cluster, DesiredStatus = DesiredStatus.STOPPED }, Cancellation)).TaskArns);
        Assert.Empty((await Ecs.ListTasksAsync(new() { Cluster = Cluster, Family = "other" }, Cancellation)).TaskArns ?? []);
    }

    [Fact]
    public async Task A_definition_is_found_by_family_revision_and_ARN()
    {
        foreach (var name in new[] { "recommender-uat-transform", "recommender-uat-transform:1", Definition })
        {
            var found = (await Ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = name }, Cancellation)).TaskDefinition;

            Assert.Equal(Definition, found.TaskDefinitionArn);
            Assert.Equal("/recommender/uat/transform", found.ContainerDefinitions[0].LogConfiguration.Options["awslogs-group"]);
        }

        await Assert.ThrowsAsync<ClientException>(() => Ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = "recommender-uat-transform:2" }, Cancellation));
    }

    // Only then has the shell set its trap.
    private async Task ReadyAsync(string arn)
    {
        var store = Server.Service<AwsEmulator.Logs.LogsService>().Store;
        while (!store.Groups.Any(group => group.Streams.Values.Any(stream => stream.Name.EndsWith(arn.Split('/')[^1], StringComparison.Ordinal))))
        {
            await Task.Delay(10, Cancellation);
        }
    }
}

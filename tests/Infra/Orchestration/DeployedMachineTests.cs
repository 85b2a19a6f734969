using System.Text.Json.Nodes;
using Recommender.Infra.Orchestration;
using Recommender.Infra.Tests.Harness;
using Recommender.Lake.Building;
using Recommender.Pipeline.Graph;
using Recommender.Tests.StateMachine;

namespace Recommender.Infra.Tests.Orchestration;

/// <summary>What each stack deploys is executed: the text with the stack's own resources in it, not one rendered for the test.</summary>
public sealed class DeployedMachineTests
{
    private const string OrderLines = "clean.order_lines";

    [Theory]
    [InlineData("uat", 2)]
    [InlineData("prod", 8)]
    public async Task Every_step_runs_once_in_a_task_that_the_stack_has(string stack, int shards)
    {
        var graph = await Graphs.OfAsync(stack);
        var run = DeployedMachine.Execute(graph);

        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        Assert.Empty(run.Aws.Published);
        var steps = GroceryPipeline.Blueprint().Steps;
        Assert.Equal(steps.Count + (steps.OfType<IShardedStep>().Count() * shards), run.Aws.Tasks.Count);
        Assert.All(run.Aws.Tasks, task =>
        {
            var definition = graph.OfType("ecs/taskDefinition:TaskDefinition").Single(known => known.Arn == task.TaskDefinition);
            Assert.Contains(JsonNode.Parse(definition.Text("containerDefinitions")!)!.AsArray(), container => container!["name"]!.GetValue<string>() == task.Container);
        });
    }

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task Tasks_get_the_schedules_delivery_and_run_in_the_stacks_private_network(string stack)
    {
        var graph = await Graphs.OfAsync(stack);
        var run = DeployedMachine.Execute(graph);

        var raw = graph.OfType("s3/bucket:Bucket").Single(bucket => bucket.Name.Contains("raw", StringComparison.Ordinal)).Text("bucket");
        var loaded = run.Aws.Tasks.Where(task => task.Option("--only")!.StartsWith("raw.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(loaded);
        Assert.All(loaded, task => Assert.Equal($"s3://{raw}/deliveries/", task.Option("--source")));
        var cluster = graph.Only("ecs/cluster:Cluster").Arn;
        var group = graph.OfType("ec2/securityGroup:SecurityGroup").Select(known => known.Id).ToHashSet();
        Assert.All(run.Aws.Calls, call =>
        {
            var network = call["NetworkConfiguration"]!["AwsvpcConfiguration"]!;
            Assert.Equal(cluster, call["Cluster"]!.GetValue<string>());
            Assert.Equal("DISABLED", network["AssignPublicIp"]!.GetValue<string>());
            Assert.Equal("TASK_DEFINITION", call["PropagateTags"]!.GetValue<string>());
            Assert.Contains(Assert.Single(network["SecurityGroups"]!.AsArray())!.GetValue<string>(), group);
        });
    }

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task A_passing_fault_is_tried_again_as_a_new_task(string stack)
    {
        var run = DeployedMachine.Execute(await Graphs.OfAsync(stack), Failing(OrderLines, earlier => earlier == 0 ? Ends(137) : EcsOutcome.Fine));

        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        var tasks = run.Aws.Tasks.Where(task => task.Option("--only") == OrderLines).ToList();
        Assert.Equal(2, tasks.Select(task => task.Token).Distinct().Count());
        Assert.Equal(2, tasks.Count);
        Assert.Empty(run.Aws.Published);
    }

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task A_fault_of_the_data_fails_the_run_and_is_told_to_the_stacks_topic(string stack)
    {
        var graph = await Graphs.OfAsync(stack);
        var run = DeployedMachine.Execute(graph, Failing(OrderLines, _ => Ends(3)));

        Assert.Equal((AslStatus.Failed, "Job.Exit3"), (run.Execution.Status, run.Execution.Error));
        Assert.Single(run.Aws.Tasks, task => task.Option("--only") == OrderLines);
        Assert.Equal(graph.Only("sns/topic:Topic").Arn, Assert.Single(run.Aws.Published)["TopicArn"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task A_task_that_never_starts_fails_the_run_with_its_reason(string stack)
    {
        const string Reason = "CannotPullContainerError: pull image manifest has been retried 5 time(s)";
        var run = DeployedMachine.Execute(await Graphs.OfAsync(stack), Failing(OrderLines, _ => new EcsOutcome.NeverStarts(Reason)));

        Assert.Equal((AslStatus.Failed, "Job.NeverStarted"), (run.Execution.Status, run.Execution.Error));
        Assert.Contains(Reason, run.Execution.Cause!, StringComparison.Ordinal);
        Assert.Single(run.Aws.Published);
    }

    [Fact]
    public async Task A_run_that_finds_an_earlier_one_fails_before_any_task()
    {
        var graph = await Graphs.OfAsync("prod");
        var run = DeployedMachine.Execute(graph, null, DeployedMachine.Own, "arn:aws:states:eu-west-1:111122223333:execution:machine:earlier");

        Assert.Equal((AslStatus.Failed, SingleRun.Error), (run.Execution.Status, run.Execution.Error));
        Assert.Empty(run.Aws.Calls);
        Assert.Equal(graph.Get("sfn/stateMachine:StateMachine", "pipeline-machine").Arn, Assert.Single(run.Running.Asked));
    }

    [Fact]
    public async Task A_run_goes_on_when_a_later_one_is_there_too()
    {
        var run = DeployedMachine.Execute(await Graphs.OfAsync("prod"), null, "arn:aws:states:eu-west-1:111122223333:execution:machine:later", DeployedMachine.Own);

        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
    }

    [Fact]
    public async Task A_run_goes_on_when_the_list_lags_behind_its_own_start()
    {
        var graph = await Graphs.OfAsync("prod");
        var time = new VirtualTime();
        var running = new RunningExecutions(new ScriptedAws(time), []) { Failing = 2 };
        var run = new AslInterpreter(AslDefinition.Parse(DeployedMachine.Text(graph)), running, time).Execute(DeployedMachine.Run, new JsonObject());

        Assert.Equal(AslStatus.Succeeded, run.Status);
        Assert.Equal(3, running.Asked.Count);
    }

    [Fact]
    public async Task Every_machine_of_both_stacks_is_valid()
    {
        var machines = new List<string>();
        foreach (var stack in new[] { "uat-everything", "prod-everything" })
        {
            machines.AddRange((await Graphs.OfAsync(stack)).OfType("sfn/stateMachine:StateMachine").Select(machine => machine.Text("definition")!));
        }

        Assert.Equal(4, machines.Count);
        var errors = await AslValidator.ErrorsAsync([.. machines, """{"StartAt":"nowhere","States":{"here":{"Type":"Succeed"}}}"""], TestContext.Current.CancellationToken);
        Assert.All(errors.SkipLast(1), Assert.Empty);
        Assert.NotEmpty(errors[^1]);
    }

    private static EcsOutcome.Ends Ends(int code) => new(code, TimeSpan.FromMinutes(3));

    private static Func<string, int, EcsOutcome?> Failing(string table, Func<int, EcsOutcome> outcome) =>
        (line, earlier) => line.Contains($"--only {table} ", StringComparison.Ordinal) ? outcome(earlier) : null;
}

using Recommender.Lake.Building;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.StateMachine;
using Recommender.Tests.StateMachine;

namespace Recommender.Pipeline.Tests.StateMachine;

public sealed class ExecutionTests
{
    private const int Shards = 4;

    [Fact]
    public void Every_step_runs_once_and_the_output_is_the_run_and_its_source()
    {
        var run = MachineRun.Of();
        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        Assert.Equal("""{"run":"nightly-7","source":"s3://recommender-test-deliveries/standing"}""", run.Execution.Output!.ToJsonString());
        Assert.Empty(run.Aws.Published);
        var steps = GroceryPipeline.Blueprint().Steps;
        Assert.Equal(steps.Count + (Shards * steps.OfType<IShardedStep>().Count()), run.Aws.Tasks.Count);
        Assert.Equal(steps.Select(step => step.Table.Name.ToString()).Order(), run.Aws.Tasks.Select(task => task.Option("--only")!).Distinct().Order());
        Assert.All(run.Aws.Tasks, task => Assert.Equal("nightly-7", task.Option("--run-id")));
        Assert.All(["published.recommendations", "published.next_basket"], table =>
        {
            Assert.Equal(["0/4", "1/4", "2/4", "3/4", null], run.Tasks(table).Select(task => task.Option("--shard")));
            Assert.Equal("4", run.Tasks(table)[^1].Option("--commit-shards"));
        });
    }

    [Fact]
    public void An_input_may_name_another_source_which_ingest_alone_is_given()
    {
        var run = MachineRun.Of(input: """{"source":"s3://elsewhere/it's {here}"}""");
        Assert.Equal("s3://elsewhere/it's {here}", run.Execution.Output!["source"]!.GetValue<string>());
        Assert.All(run.Aws.Tasks, task => Assert.Equal(
            task.Option("--only")!.StartsWith("raw.", StringComparison.Ordinal) ? "s3://elsewhere/it's {here}" : null, task.Option("--source")));
    }

    [Theory]
    [InlineData("""{"source":7}""")]
    [InlineData("""{"source":null}""")]
    public void A_source_that_is_no_text_is_refused_and_told(string input)
    {
        var run = MachineRun.Of(input: input);
        Assert.Equal((AslStatus.Failed, "Input.Refused"), (run.Execution.Status, run.Execution.Error));
        Assert.Empty(run.Aws.Tasks);
        Assert.Equal("Source", run.Alert["state"]!.GetValue<string>());
    }

    /// <summary>Whatever the tasks' durations: a step starts at the moment when the last of those it reads has ended.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_step_waits_for_its_upstreams_and_for_nothing_else(int seed)
    {
        var random = new Random(seed);
        var run = MachineRun.Of((_, _) => new EcsOutcome.Ends(0, TimeSpan.FromSeconds(random.Next(30, 3000))));
        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        var graph = GroceryPipeline.Blueprint();
        var ended = graph.Steps.ToDictionary(step => step, step => run.Tasks(step.Table.Name.ToString()).Max(task => task.Stopped!.Value));
        var began = run.Aws.Tasks.Min(task => task.Started);
        foreach (var step in graph.Steps)
        {
            var ready = graph.Upstream(step).Select(upstream => ended[upstream]).DefaultIfEmpty(began).Max();
            Assert.True(ready == run.Tasks(step.Table.Name.ToString())[0].Started, $"{step.Table.Name} was ready at {ready:T} and started at {run.Tasks(step.Table.Name.ToString())[0].Started:T}");
        }
    }

    [Fact]
    public void Shards_run_at_once_and_the_commit_after_the_last()
    {
        var run = MachineRun.Of((line, _) => line.Contains("--shard 2/4", StringComparison.Ordinal) ? new EcsOutcome.Ends(0, TimeSpan.FromHours(1)) : null);
        var tasks = run.Tasks("published.recommendations");
        Assert.Single(tasks.SkipLast(1).Select(task => task.Started).Distinct());
        Assert.Equal(tasks.SkipLast(1).Max(task => task.Stopped), tasks[^1].Started);
    }

    [Fact]
    public void Each_kind_of_job_runs_in_its_own_task_definition()
    {
        var run = MachineRun.Of();
        foreach (var step in GroceryPipeline.Blueprint().Steps)
        {
            Assert.All(run.Tasks(step.Table.Name.ToString()), task => Assert.Equal(SomeTargets.Targets.Jobs[JobKinds.Of(step)].TaskDefinitionArn, task.TaskDefinition));
        }

        Assert.Equal(JobKinds.All.Count, run.Aws.Tasks.Select(task => task.TaskDefinition).Distinct().Count());
    }

    [Fact]
    public void Tasks_have_no_public_address_and_run_in_the_given_network()
    {
        Assert.All(MachineRun.Of().Aws.Calls, call =>
        {
            Assert.Equal("FARGATE", call["LaunchType"]!.GetValue<string>());
            Assert.Equal(
                """{"Subnets":["subnet-a","subnet-b"],"SecurityGroups":["sg-jobs"],"AssignPublicIp":"DISABLED"}""",
                call["NetworkConfiguration"]!["AwsvpcConfiguration"]!.ToJsonString());
        });
    }

    [Fact]
    public void Every_task_has_a_token_of_its_own()
    {
        var tokens = MachineRun.Of().Aws.Tasks.Select(task => task.Token).ToList();
        Assert.Equal(tokens.Count, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.Matches("^[0-9a-f]{64}$", token));
    }

    [Fact]
    public void One_shard_is_a_task_like_any_other()
    {
        var run = MachineRun.Of(targets: SomeTargets.Targets with { Shards = 1 });
        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        Assert.Equal("run --lake s3://recommender-test-111122223333 --only published.recommendations --run-id nightly-7", Assert.Single(run.Tasks("published.recommendations")).Line);
    }

    [Fact]
    public void A_machine_that_takes_too_long_is_stopped_with_its_tasks()
    {
        var run = MachineRun.Of(
            (line, _) => line.Contains("clean.order_lines", StringComparison.Ordinal) ? new EcsOutcome.Ends(0, TimeSpan.FromHours(1.5)) : null,
            targets: SomeTargets.Targets with { TimeoutSeconds = 3600 });
        Assert.Equal(AslStatus.TimedOut, run.Execution.Status);
        var task = Assert.Single(run.Tasks("clean.order_lines"));
        Assert.True(task.WasStopped);
        Assert.Empty(run.Tasks("curated.up_features"));
    }
}

using System.Text.Json.Nodes;
using Recommender.Ingest.Csv;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.StateMachine;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests.StateMachine;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.StateMachine;

public sealed class RenderingTests
{
    private static readonly string _machine = StateMachineRenderer.Render(GroceryPipeline.Blueprint(), SomeTargets.Targets);

    [Fact]
    public void The_rendered_machine_is_as_reviewed() => Golden.Verify("state-machine", _machine + "\n", "json");

    [Fact]
    public async Task Another_validator_finds_no_fault_in_it()
    {
        var broken = _machine.Replace("\"Next\": \"clean.aisles\"", "\"Next\": \"clean.isles\"", StringComparison.Ordinal);
        var oneShard = StateMachineRenderer.Render(GroceryPipeline.Blueprint(), SomeTargets.Targets with { Shards = 1 });
        var errors = await AslValidator.ErrorsAsync([_machine, oneShard, broken], TestContext.Current.CancellationToken);
        Assert.Empty(errors[0]);
        Assert.Empty(errors[1]);
        Assert.Contains(errors[2], error => error.StartsWith("MISSING_TRANSITION_TARGET", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_is_one_that_the_program_takes()
    {
        var commands = MachineRun.Of().Aws.Tasks.Concat(MachineRun.Of(targets: SomeTargets.Targets with { Shards = 1 }).Aws.Tasks).Select(task => task.Command).ToList();
        var terminal = new Terminal { Out = TextWriter.Null, Error = TextWriter.Null, In = TextReader.Null, Clock = new FakeClock() };
        foreach (var command in commands)
        {
            var parsed = RecommenderProgram.Parse(command, terminal);
            Assert.Empty(parsed.Errors);
            var run = Assert.IsType<RunCommand>(parsed.CommandResult.Command);
            Assert.Equal(SomeTargets.Targets.Lake, parsed.GetValue(GlobalOptions.Lake));
            run.RequireParts(parsed);
        }

        Assert.NotEmpty(RecommenderProgram.Parse(["run", "--only", "clean.isles"], terminal).Errors);
    }

    [Fact]
    public void The_blueprint_is_the_graph_that_runs()
    {
        using var folder = new TemporaryFolder();
        var built = GroceryPipeline.Build(new FeedDelivery(TinyDelivery.Write(folder.Path)), 1, new FakeClock(), TestContext.Current.CancellationToken);
        var blueprint = GroceryPipeline.Blueprint();
        Assert.Equal(Edges(built), Edges(blueprint));
        Assert.Equal(GroceryPipeline.Tables.Select(table => table.Name).OrderBy(name => name.ToString()), blueprint.Steps.Select(step => step.Table.Name).OrderBy(name => name.ToString()));

        static IEnumerable<string> Edges(PipelineGraph graph) =>
            graph.Steps.Select(step => $"{step.Table.Name} <- {string.Join(' ', graph.Upstream(step).Select(upstream => upstream.Table.Name))}");
    }

    [Fact]
    public void Steps_are_jobs_of_the_kind_their_work_is_like()
    {
        var kinds = GroceryPipeline.Blueprint().Steps.ToLookup(JobKinds.Of, step => step.Table.Name.ToString());
        Assert.All(kinds[JobKind.Ingest], table => Assert.StartsWith("raw.", table, StringComparison.Ordinal));
        Assert.Equal(["ml.calibration", "ml.evaluation", "ml.models", "ml.tuning_runs"], kinds[JobKind.Train].Order());
        Assert.Equal(["published.next_basket", "published.recommendations", "published.similar_products"], kinds[JobKind.Score].Order());
        Assert.Contains("published.popularity_by_segment", kinds[JobKind.Transform]);
        Assert.Contains("ml.training_set", kinds[JobKind.Transform]);
    }

    [Fact]
    public void All_faults_of_targets_are_told_at_once()
    {
        var error = Assert.Throws<CallerException>(() => StateMachineRenderer.Render(GroceryPipeline.Blueprint(), SomeTargets.Targets with
        {
            ClusterArn = "",
            Jobs = new Dictionary<JobKind, JobTarget> { [JobKind.Ingest] = new("", "job", 5) },
            SubnetIds = [],
            SecurityGroupIds = [],
            Shards = 41,
            Attempts = 0,
            BackOffSeconds = 0,
            TimeoutSeconds = 59,
        }));
        Assert.Equal(
            [
                "ClusterArn is empty",
                "TaskDefinitionArn of Ingest is empty",
                "Jobs has no Transform",
                "Jobs has no Train",
                "Jobs has no Score",
                "Shards is 41: must be from 1 to 40",
                "Attempts is 0: must be from 1 to 5",
                "BackOffSeconds is 0: must be from 1 to 600",
                "TimeoutSeconds is 59: must be from 60 to 31536000",
                "TimeoutSeconds of Ingest is 5: must be from 60 to 31536000",
                "SubnetIds is empty",
                "SecurityGroupIds is empty",
            ],
            error.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void Texts_with_quotes_and_braces_reach_the_command_as_they_are()
    {
        const string Odd = @"s3://it's/{odd}\path";
        var run = MachineRun.Of(targets: SomeTargets.Targets with { Lake = Odd, Source = Odd });
        Assert.Equal(AslStatus.Succeeded, run.Execution.Status);
        Assert.All(run.Aws.Tasks, task => Assert.Equal(Odd, task.Option("--lake")));
        Assert.Equal(Odd, run.Tasks("raw.orders")[0].Option("--source"));
    }

    [Fact]
    public void Each_state_is_rendered_once_and_the_same_again()
    {
        Assert.Equal(_machine, StateMachineRenderer.Render(GroceryPipeline.Blueprint(), SomeTargets.Targets));
        var definition = AslDefinition.Parse(_machine);
        foreach (var step in GroceryPipeline.Blueprint().Steps)
        {
            var state = definition.States[step.Table.Name.ToString()];
            Assert.Equal("Task", state["Type"]!.GetValue<string>());
            Assert.Equal(SomeTargets.Targets.Jobs[JobKinds.Of(step)].TimeoutSeconds, state["TimeoutSeconds"]!.GetValue<int>());
        }
    }

    [Fact]
    public void Whatever_a_state_reports_is_caught()
    {
        foreach (var (name, state) in AslDefinition.Parse(_machine).States.Where(state => state.Value["Type"]!.GetValue<string>() == "Task"))
        {
            Assert.Contains(state["Catch"]!.AsArray(), entry => entry!["ErrorEquals"]!.AsArray().Select(error => error!.GetValue<string>()).Contains("States.ALL"));
            Assert.True(state["TimeoutSeconds"] is JsonValue, $"'{name}' has no timeout");
        }
    }
}

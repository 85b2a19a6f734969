using System.Text.Json.Nodes;
using Amazon.ECS.Model;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Cloud.Machines;
using Recommender.Pipeline.Cloud.Tasks;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.StateMachine;
using Recommender.Pipeline.Tests.Cloud.Fakes;
using Recommender.Pipeline.Tests.StateMachine;

namespace Recommender.Pipeline.Tests.Cloud;

/// <summary>What one table's command starts is what the state machine starts.</summary>
public sealed class JobPlanTests
{
    private static readonly string _definition = StateMachineRenderer.Render(GroceryPipeline.Blueprint(), SomeTargets.Targets);

    [Fact]
    public void Every_table_is_run_with_the_very_parameters_of_the_state_machine()
    {
        var machine = Machine(_definition);
        var calls = MachineRun.Of(name: "nightly-7").Aws.Calls.Select(Text).Order();
        var planned = machine.Text.Tables.SelectMany(table => Requests(Plan(machine, table, "nightly-7"))).Select(Text).Order();

        Assert.Equal(calls, planned);
    }

    [Fact]
    public void A_token_is_of_one_job_of_one_run()
    {
        var machine = Machine(_definition);
        List<string> tokens = [.. new[] { "a", "b" }.SelectMany(run => machine.Text.Tables.SelectMany(table => Requests(Plan(machine, table, run)).Select(request => request.ClientToken)))];

        Assert.Equal(tokens.Count, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.Matches("^[0-9a-f]{64}$", token));
        Assert.Equal(tokens[0], Requests(Plan(machine, machine.Text.Tables.First(), "a")).First().ClientToken);
    }

    [Fact]
    public void With_one_shard_scoring_is_one_job()
    {
        var machine = Machine(StateMachineRenderer.Render(GroceryPipeline.Blueprint(), SomeTargets.Targets with { Shards = 1 }));
        Assert.DoesNotContain("--shard", Assert.Single(Requests(Plan(machine, "published.recommendations", "a"))).Overrides.ContainerOverrides[0].Command);
    }

    [Fact]
    public void Texts_with_quotes_and_braces_arrive_as_they_are()
    {
        var machine = Machine(StateMachineRenderer.Render(GroceryPipeline.Blueprint(), SomeTargets.Targets with { Lake = @"s3://it's {odd}\" }));
        Assert.Contains(@"s3://it's {odd}\", Requests(Plan(machine, "clean.orders", "a")).Single().Overrides.ContainerOverrides[0].Command);
    }

    [Theory]
    [InlineData("\"LaunchType\": \"FARGATE\"", "\"LaunchType\": \"FARGATE\", \"Group\": \"g\"", "jobs with the field Group")]
    [InlineData("$$.Execution.Name", "$$.Execution.StartTime", "the path $$.Execution.StartTime in the parameters of a job")]
    [InlineData("States.Array('run'", "States.ArrayPartition('run'", "States.ArrayPartition")]
    public void What_another_version_wrote_is_refused_rather_than_left_out(string from, string to, string message)
    {
        var machine = Machine(_definition.Replace(from, to, StringComparison.Ordinal));
        var fault = Assert.Throws<EnvironmentException>(() => Plan(machine, "clean.orders", "a"));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Contains("use the version that the stack was deployed with", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"States":{"A":{"Type":"Pass"}}}""")]
    public void A_machine_of_something_else_is_no_pipeline(string definition) => Assert.Throws<EnvironmentException>(() => Machine(definition));

    private static CloudMachine Machine(string definition) => new(FakeStepFunctions.MachineArn, MachineText.Parse("recommender-test-pipeline", definition));

    private static IReadOnlyList<IReadOnlyList<CloudJob>> Plan(CloudMachine machine, string table, string run) => new JobPlan(machine, TableName.Parse(table), run, null).Phases();

    private static IEnumerable<RunTaskRequest> Requests(IReadOnlyList<IReadOnlyList<CloudJob>> phases) => phases.SelectMany(phase => phase).Select(job => job.Request);

    private static string Text(JsonObject call)
    {
        var container = call["Overrides"]!["ContainerOverrides"]![0]!;
        var network = call["NetworkConfiguration"]!["AwsvpcConfiguration"]!;
        return string.Join('|', Words(container["Command"]!), container["Name"], call["Cluster"], call["TaskDefinition"], call["LaunchType"], call["PropagateTags"], Words(network["Subnets"]!), Words(network["SecurityGroups"]!), network["AssignPublicIp"]);
    }

    private static string Text(RunTaskRequest call)
    {
        var container = Assert.Single(call.Overrides.ContainerOverrides);
        var network = call.NetworkConfiguration.AwsvpcConfiguration;
        return string.Join('|', string.Join(' ', container.Command), container.Name, call.Cluster, call.TaskDefinition, call.LaunchType, call.PropagateTags, string.Join(' ', network.Subnets), string.Join(' ', network.SecurityGroups), network.AssignPublicIp);
    }

    private static string Words(JsonNode list) => string.Join(' ', list.AsArray().Select(word => word!.GetValue<string>()));
}

using System.Text.Json.Nodes;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.StateMachine;
using Recommender.Tests.StateMachine;

namespace Recommender.Pipeline.Tests.StateMachine;

/// <summary>The grocery pipeline's machine, executed once.</summary>
internal sealed class MachineRun
{
    private MachineRun(AslExecution execution, ScriptedAws aws) => (Execution, Aws) = (execution, aws);

    /// <summary>The execution.</summary>
    public AslExecution Execution { get; }

    /// <summary>The services it called.</summary>
    public ScriptedAws Aws { get; }

    /// <summary>The one alert that was published, as a document.</summary>
    public JsonNode Alert => JsonNode.Parse(Assert.Single(Aws.Published)["Message"]!.GetValue<string>())!;

    /// <summary>Executes.</summary>
    /// <param name="script">What goes wrong, by the line of a command and how often it was asked for before.</param>
    /// <param name="input">The execution's input.</param>
    /// <param name="targets">The targets; null for <see cref="SomeTargets"/>.</param>
    /// <param name="seed">Seeds the jitter.</param>
    /// <param name="publishingFails">Whether SNS fails.</param>
    /// <param name="name">The execution's name.</param>
    public static MachineRun Of(Func<string, int, EcsOutcome?>? script = null, string input = "{}", StateMachineTargets? targets = null, int seed = 1, bool publishingFails = false, string name = "nightly-7")
    {
        var definition = AslDefinition.Parse(StateMachineRenderer.Render(GroceryPipeline.Blueprint(), targets ?? SomeTargets.Targets));
        var time = new VirtualTime();
        var aws = new ScriptedAws(time, (command, earlier) => script?.Invoke(string.Join(' ', command), earlier) ?? EcsOutcome.Fine) { PublishingFails = publishingFails };
        return new MachineRun(new AslInterpreter(definition, aws, time, seed).Execute(name, JsonNode.Parse(input)), aws);
    }

    /// <summary>The tasks of one table's step, shards included.</summary>
    public IReadOnlyList<EcsTask> Tasks(string table) => [.. Aws.Tasks.Where(task => task.Option("--only") == table)];
}

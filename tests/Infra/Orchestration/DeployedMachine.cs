using System.Text.Json.Nodes;
using Recommender.Infra.Tests.Harness;
using Recommender.Tests.StateMachine;

namespace Recommender.Infra.Tests.Orchestration;

/// <summary>The pipeline's machine as a stack deploys it, and one execution of it.</summary>
internal sealed class DeployedMachine
{
    /// <summary>The execution's name.</summary>
    public const string Run = "nightly-7";

    /// <summary>What the interpreter calls that execution.</summary>
    public const string Own = $"arn:aws:states:eu-west-1:111122223333:execution:machine:{Run}";

    private DeployedMachine(AslExecution execution, ScriptedAws aws, RunningExecutions running) => (Execution, Aws, Running) = (execution, aws, running);

    /// <summary>The execution.</summary>
    public AslExecution Execution { get; }

    /// <summary>The services it called.</summary>
    public ScriptedAws Aws { get; }

    /// <summary>What it was told of other executions.</summary>
    public RunningExecutions Running { get; }

    /// <summary>The machine's text.</summary>
    public static string Text(StackGraph graph) => graph.Get("sfn/stateMachine:StateMachine", "pipeline-machine").Text("definition")!;

    /// <summary>Executes it.</summary>
    /// <param name="graph">The stack.</param>
    /// <param name="script">What goes wrong, by the line of a command and how often it was asked for before.</param>
    /// <param name="running">The executions that run, the latest first; this one alone by default.</param>
    public static DeployedMachine Execute(StackGraph graph, Func<string, int, EcsOutcome?>? script = null, params IReadOnlyList<string> running)
    {
        var time = new VirtualTime();
        var aws = new ScriptedAws(time, (command, earlier) => script?.Invoke(string.Join(' ', command), earlier) ?? EcsOutcome.Fine);
        var listing = new RunningExecutions(aws, running.Count == 0 ? [Own] : running);
        var input = JsonNode.Parse(graph.Get("scheduler/schedule:Schedule", "pipeline-schedule-schedule").Text("target.input")!);
        return new(new AslInterpreter(AslDefinition.Parse(Text(graph)), listing, time).Execute(Run, input), aws, listing);
    }
}

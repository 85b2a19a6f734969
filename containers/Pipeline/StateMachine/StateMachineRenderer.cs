using System.Text.Json.Nodes;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.StateMachine;

/// <summary>
/// Renders the graph that runs in one process as a Step Functions state machine whose states run the same program in ECS
/// tasks, with the arguments a person would type. The execution's name is the run id; its input may name a delivery,
/// <c>{"source": "…"}</c>; its output is the run id and the delivery.
/// </summary>
public static class StateMachineRenderer
{
    private const string Done = "Done";
    private const string Fault = "Fault outside of a step";
    private const string Alert = "Alert";
    private const string Failed = "Failed";

    /// <summary>Renders.</summary>
    /// <param name="graph">The graph, such as <see cref="GroceryPipeline.Blueprint"/>.</param>
    /// <param name="targets">What the machine refers to.</param>
    /// <returns>Amazon States Language, JSON, with JSONPath as its query language.</returns>
    /// <exception cref="CallerException">The targets have faults; all are listed.</exception>
    public static string Render(PipelineGraph graph, StateMachineTargets targets)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(targets);
        var faults = targets.Faults().ToList();
        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }

        var schedule = Scheduler.Of(graph);
        var steps = new ScheduleStates(targets, schedule);
        var states = Beginning(targets, steps.First(schedule));
        steps.Add(schedule, states, new Exits(Done, Failed, Fault));
        AddEnding(states, targets);
        return Asl.Write(new JsonObject
        {
            ["Comment"] = "Rendered from the pipeline's graph: each job is a recommender command in an ECS task.",
            ["QueryLanguage"] = "JSONPath",
            ["TimeoutSeconds"] = targets.TimeoutSeconds,
            ["StartAt"] = "Source",
            ["States"] = states,
        });
    }

    private static JsonObject Beginning(StateMachineTargets targets, string first) => new()
    {
        ["Source"] = new JsonObject
        {
            ["Type"] = "Choice",
            ["Choices"] = new JsonArray(
                new JsonObject { ["Variable"] = "$.source", ["IsPresent"] = false }.Then("Standing source"),
                new JsonObject { ["Variable"] = "$.source", ["IsString"] = true }.Then("Source of the input")),
            ["Default"] = "Input refused",
        },
        ["Standing source"] = Begin(targets, targets.Source, first),
        ["Source of the input"] = Begin(targets, AslText.Path("$.source"), first),
        ["Input refused"] = Failure.Note("Source", "Input.Refused", "the source in the execution's input is not a text", Alert),
    };

    private static JsonObject Begin(StateMachineTargets targets, AslText source, string first) => new JsonObject
    {
        ["Type"] = "Pass",
        ["Parameters"] = new JsonObject { ["attempt"] = StepStates.FirstAttempt(targets) }.With("source", source),
    }.Then(first);

    private static void AddEnding(JsonObject states, StateMachineTargets targets)
    {
        states.State(Done, new JsonObject
        {
            ["Type"] = "Pass",
            ["Parameters"] = new JsonObject().With("run", AslText.Path("$$.Execution.Name")).With("source", AslText.Path("$.source")),
        }.Then(null));
        states.State(Fault, Failure.Note(Fault, AslText.Path("$.fault.Error"), AslText.Call("JsonToString", AslText.Path("$.fault")), Alert));
        states.State(Alert, Failure.Alert(targets.AlertTopicArn, Failed));
        states.State(Failed, new JsonObject { ["Type"] = "Fail", ["ErrorPath"] = $"{Failure.Where}.error", ["CausePath"] = $"{Failure.Where}.cause" });
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recommender.Infra.Orchestration;

/// <summary>
/// Lets one execution of a machine run at a time. A run that takes longer than the schedule's interval, a start that Scheduler
/// delivers twice (it promises "at least once") and a start by hand would otherwise load and publish side by side. An
/// execution goes on only if it is the oldest that is running; a later one fails at once, before any task, and the alarm for
/// failed runs tells so. The list that Step Functions gives may lag a moment behind, so the lake's own lock stays the last
/// line: it keeps even two runs that started within that moment from publishing over each other.
/// </summary>
internal static class SingleRun
{
    /// <summary>The error of an execution that found another one running.</summary>
    public const string Error = "Pipeline.AlreadyRunning";

    private const string Look = "single run: look";
    private const string Any = "single run: any?";
    private const string Compare = "single run: compare";
    private const string Mine = "single run: mine?";
    private const string Refuse = "single run: another one is running";

    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Puts the guard before the first state of a machine.</summary>
    /// <param name="definition">The machine's text, in Amazon States Language with JSONPath.</param>
    /// <param name="machineArn">The machine's own ARN.</param>
    public static string Guard(string definition, string machineArn)
    {
        var machine = JsonNode.Parse(definition)!.AsObject();
        var first = machine["StartAt"]!.GetValue<string>();
        var states = machine["States"]!.AsObject();
        states.Add(Look, List(machineArn));
        states.Add(Any, Choice(new JsonObject { ["Variable"] = "$.guard.count", ["NumericEquals"] = 0, ["Next"] = first }, Compare));
        states.Add(Compare, Oldest());
        states.Add(Mine, Choice(new JsonObject { ["Variable"] = "$.guard.oldest", ["StringEqualsPath"] = "$.guard.mine", ["Next"] = first }, Refuse));
        states.Add(Refuse, new JsonObject
        {
            ["Type"] = "Fail",
            ["Error"] = Error,
            ["Cause"] = "An earlier execution of this machine is still running. Wait for it or stop it, then start this one again.",
        });
        machine["StartAt"] = Look;
        return machine.ToJsonString(_readable);
    }

    private static JsonObject List(string machineArn) => new()
    {
        ["Type"] = "Task",
        ["Resource"] = "arn:aws:states:::aws-sdk:sfn:listExecutions",
        ["Parameters"] = new JsonObject { ["StateMachineArn"] = machineArn, ["StatusFilter"] = "RUNNING", ["MaxResults"] = 100 },
        ["ResultSelector"] = new JsonObject { ["running.$"] = "$.Executions[*].ExecutionArn", ["count.$"] = "States.ArrayLength($.Executions)" },
        ["ResultPath"] = "$.guard",
        ["TimeoutSeconds"] = 60,
        ["Retry"] = new JsonArray(new JsonObject { ["ErrorEquals"] = new JsonArray("States.ALL"), ["IntervalSeconds"] = 2, ["BackoffRate"] = 2, ["MaxAttempts"] = 5, ["JitterStrategy"] = "FULL" }),
        ["Next"] = Any,
    };

    /// <summary>The list is sorted by start, the latest first (API reference, ListExecutions).</summary>
    private static JsonObject Oldest() => new()
    {
        ["Type"] = "Pass",
        ["Parameters"] = new JsonObject { ["oldest.$"] = "States.ArrayGetItem($.guard.running, States.MathAdd($.guard.count, -1))", ["mine.$"] = "$$.Execution.Id" },
        ["ResultPath"] = "$.guard",
        ["Next"] = Mine,
    };

    private static JsonObject Choice(JsonObject choice, string otherwise) => new() { ["Type"] = "Choice", ["Choices"] = new JsonArray(choice), ["Default"] = otherwise };
}

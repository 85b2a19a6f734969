using System.Text.Json.Nodes;

namespace Recommender.Pipeline.StateMachine;

/// <summary>What is known of a failure: <c>$.failure</c> with execution, state, error and cause.</summary>
internal static class Failure
{
    /// <summary>Where it lies.</summary>
    public const string Where = "$.failure";

    /// <summary>A Pass state that writes it down.</summary>
    /// <param name="state">What failed.</param>
    /// <param name="error">The kind of error.</param>
    /// <param name="cause">Why.</param>
    /// <param name="next">The state that follows.</param>
    public static JsonObject Note(AslText state, AslText error, AslText cause, string next) => new JsonObject
    {
        ["Type"] = "Pass",
        ["Parameters"] = new JsonObject()
            .With("execution", AslText.Path("$$.Execution.Id"))
            .With("state", state)
            .With("error", error)
            .With("cause", cause),
        ["ResultPath"] = Where,
    }.Then(next);

    /// <summary>A state that tells the alert topic; where even that fails, the failure is still the execution's.</summary>
    /// <param name="topic">The topic's ARN.</param>
    /// <param name="next">The state that follows.</param>
    public static JsonObject Alert(string topic, string next) => new JsonObject
    {
        ["Type"] = "Task",
        ["Resource"] = "arn:aws:states:::sns:publish",
        ["Parameters"] = new JsonObject()
            .With("TopicArn", topic)
            .With("Subject", AslText.Format("Recommender: {} failed", AslText.Path($"{Where}.state")))
            .With("Message", AslText.Call("JsonToString", AslText.Path(Where))),
        ["TimeoutSeconds"] = 60,
        ["Retry"] = new JsonArray(Retry("States.ALL")),
        ["Catch"] = new JsonArray(Asl.Catcher("States.ALL", null, next)),
        ["ResultPath"] = null,
    }.Then(next);

    /// <summary>A Retry entry: waits grow from 5 to at most 120 seconds, each drawn anew up to that, six times.</summary>
    public static JsonObject Retry(params IEnumerable<string> errors) => new()
    {
        ["ErrorEquals"] = Asl.Texts(errors),
        ["IntervalSeconds"] = 5,
        ["BackoffRate"] = 2,
        ["MaxDelaySeconds"] = 120,
        ["JitterStrategy"] = "FULL",
        ["MaxAttempts"] = 6,
    };
}

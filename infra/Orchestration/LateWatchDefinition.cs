using System.Text.Json.Nodes;

namespace Recommender.Infra.Orchestration;

/// <summary>The text of the machine that watches one run.</summary>
internal static class LateWatchDefinition
{
    /// <summary>The error of a watch whose run is late.</summary>
    public const string Error = "Pipeline.Late";

    /// <summary>Waits, looks once, and fails where the run is still going.</summary>
    /// <param name="minutes">Minutes after which a run counts as late.</param>
    public static string Text(int minutes) => new JsonObject
    {
        ["Comment"] = $"Fails when an execution of the pipeline takes longer than {minutes} minutes; its input is the event that tells of the execution's start.",
        ["StartAt"] = "let it run",
        ["States"] = new JsonObject
        {
            ["let it run"] = new JsonObject { ["Type"] = "Wait", ["Seconds"] = minutes * 60, ["Next"] = "look" },
            ["look"] = new JsonObject
            {
                ["Type"] = "Task",
                ["Resource"] = "arn:aws:states:::aws-sdk:sfn:describeExecution",

                // Without input and output, so that the watch needs no right to the key that encrypts them.
                ["Parameters"] = new JsonObject { ["ExecutionArn.$"] = "$.detail.executionArn", ["IncludedData"] = "METADATA_ONLY" },
                ["ResultSelector"] = new JsonObject { ["status.$"] = "$.Status" },
                ["ResultPath"] = "$.found",
                ["TimeoutSeconds"] = 60,
                ["Retry"] = new JsonArray(new JsonObject { ["ErrorEquals"] = new JsonArray("States.ALL"), ["IntervalSeconds"] = 5, ["BackoffRate"] = 2, ["MaxAttempts"] = 5 }),
                ["Next"] = "still running?",
            },
            ["still running?"] = new JsonObject
            {
                ["Type"] = "Choice",
                ["Choices"] = new JsonArray(new JsonObject { ["Variable"] = "$.found.status", ["StringEquals"] = "RUNNING", ["Next"] = "late" }),
                ["Default"] = "in time",
            },
            ["late"] = new JsonObject { ["Type"] = "Fail", ["Error"] = Error, ["Cause"] = $"The execution is still running after {minutes} minutes." },
            ["in time"] = new JsonObject { ["Type"] = "Succeed" },
        },
    }.ToJsonString(new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

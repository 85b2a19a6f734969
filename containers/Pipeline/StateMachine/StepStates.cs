using System.Text.Json.Nodes;

namespace Recommender.Pipeline.StateMachine;

/// <summary>
/// The states of one job: the task itself, then, where it failed, the states that find out why. The caller's and the data's
/// faults (exit codes 2 and 3) are never tried again; all others are, as a new attempt with a token of its own.
/// </summary>
/// <param name="targets">Where jobs run.</param>
/// <param name="kind">The kind of job.</param>
/// <param name="name">The state's name.</param>
/// <param name="label">What failures are told as.</param>
/// <param name="command">The command line.</param>
internal sealed class StepStates(StateMachineTargets targets, JobKind kind, string name, AslText label, IReadOnlyList<AslText> command)
{
    private const int CallersFault = 2;
    private const int DatasFault = 3;

    /// <summary>The errors of a task that ECS did not start for reasons that pass: throttling, its own faults, no capacity.</summary>
    private static readonly string[] _startFaults =
        ["ECS.ThrottlingException", "ECS.ServerException", "ECS.AmazonECSException", "ECS.SdkClientException", "AmazonECS.Unknown"];

    /// <summary>Adds the states; the first has the name given.</summary>
    /// <param name="states">Takes them.</param>
    /// <param name="exits">Where they lead.</param>
    public void Add(JsonObject states, Exits exits)
    {
        states.State(name, Task(exits.Next));
        states.State(Named("was it the job?"), IsJob());
        states.State(Named("parse"), Parse());
        states.State(Named("read"), Read());
        states.State(Named("again?"), Again());
        states.State(Named("back off"), new JsonObject { ["Type"] = "Wait", ["SecondsPath"] = "$.attempt.wait" }.Then(Named("next attempt")));
        states.State(Named("next attempt"), NextAttempt());
        var cause = AslText.Format("{} {} (task {})", AslText.Path("$.stopped.reason"), AslText.Call("JsonToString", AslText.Path("$.stopped.reasons")), AslText.Path("$.stopped.arn"));
        states.State(Named("ended badly"), Failure.Note(label, AslText.Format("Job.Exit{}", AslText.Path("$.stopped.exit[0]")), cause, Named("alert")));
        states.State(Named("never started"), Failure.Note(label, "Job.NeverStarted", cause, Named("alert")));
        states.State(Named("other fault"), Failure.Note(label, AslText.Path("$.fault.Error"), AslText.Call("JsonToString", AslText.Path("$.fault")), Named("alert")));
        states.State(Named("alert"), Failure.Alert(targets.AlertTopicArn, exits.Failed));
    }

    /// <summary>What <c>$.attempt</c> is before a job's first attempt: its number and the seconds to wait after it.</summary>
    public static JsonObject FirstAttempt(StateMachineTargets targets) => new() { ["number"] = 1, ["wait"] = targets.BackOffSeconds };

    private string Named(string state) => $"{name}: {state}";

    private JsonObject Task(string? next) => new JsonObject
    {
        ["Type"] = "Task",
        ["Resource"] = "arn:aws:states:::ecs:runTask.sync",
        ["Parameters"] = Parameters(),
        ["TimeoutSeconds"] = targets.Jobs[kind].TimeoutSeconds,
        ["Retry"] = new JsonArray(Failure.Retry(_startFaults)),
        ["Catch"] = new JsonArray(
            Asl.Catcher("States.Timeout", "$.fault", Named("other fault")),
            Asl.Catcher("States.ALL", "$.fault", Named("was it the job?"))),
        ["ResultSelector"] = FirstAttempt(targets),
        ["ResultPath"] = "$.attempt",
    }.Then(next);

    private JsonObject Parameters() => new JsonObject
    {
        ["Cluster"] = targets.ClusterArn,
        ["TaskDefinition"] = targets.Jobs[kind].TaskDefinitionArn,
        ["LaunchType"] = "FARGATE",

        // What a task costs is told apart by its tags, and it has none of its own.
        ["PropagateTags"] = "TASK_DEFINITION",
        ["NetworkConfiguration"] = new JsonObject
        {
            ["AwsvpcConfiguration"] = new JsonObject
            {
                ["Subnets"] = Asl.Texts(targets.SubnetIds),
                ["SecurityGroups"] = Asl.Texts(targets.SecurityGroupIds),
                ["AssignPublicIp"] = "DISABLED",
            },
        },
        ["Overrides"] = new JsonObject
        {
            ["ContainerOverrides"] = new JsonArray(new JsonObject().With("Name", targets.Jobs[kind].ContainerName).With("Command", command)),
        },
    }.With("ClientToken", Token());

    /// <summary>
    /// The same for every call of one attempt, so that a call that is repeated starts no twin. A SHA-256 in hexadecimal is 64
    /// characters, as long as a token may be.
    /// </summary>
    private AslText Token() => AslText.Call(
        "Hash", AslText.Format("{} {} attempt {}", AslText.Path("$$.Execution.Id"), label, AslText.Path("$.attempt.number")), "SHA-256");

    /// <summary>Whether the cause is the description of a task that stopped, which ECS gives as JSON, and not another fault.</summary>
    private JsonObject IsJob() => new()
    {
        ["Type"] = "Choice",
        ["Choices"] = new JsonArray(new JsonObject
        {
            ["And"] = new JsonArray(
            [
                Test("$.fault.Cause", "IsPresent", true),
                .. new[] { "{*}", "*\"Containers\":[*", "*\"StoppedReason\":\"*", "*\"TaskArn\":\"*" }.Select(pattern => Test("$.fault.Cause", "StringMatches", pattern)),
            ]),
            ["Next"] = Named("parse"),
        }),
        ["Default"] = Named("other fault"),
    };

    private JsonObject Parse() => new JsonObject
    {
        ["Type"] = "Pass",
        ["Parameters"] = new JsonObject().With("task", AslText.Call("StringToJson", AslText.Path("$.fault.Cause"))),
        ["ResultPath"] = "$.stopped",
    }.Then(Named("read"));

    /// <summary>A task may have containers beside the job's own, such as a guard that AWS adds.</summary>
    private JsonObject Read() => new JsonObject
    {
        ["Type"] = "Pass",
        ["Parameters"] = new JsonObject()
            .With("exit", AslText.Path($"$.stopped.task.Containers[?(@.Name == '{targets.Jobs[kind].ContainerName}')].ExitCode"))
            .With("reasons", AslText.Path("$.stopped.task.Containers[*].Reason"))
            .With("reason", AslText.Path("$.stopped.task.StoppedReason"))
            .With("arn", AslText.Path("$.stopped.task.TaskArn")),
        ["ResultPath"] = "$.stopped",
    }.Then(Named("again?"));

    private JsonObject Again() => new()
    {
        ["Type"] = "Choice",
        ["Choices"] = new JsonArray(
            new JsonObject
            {
                ["And"] = new JsonArray(
                    Test("$.stopped.exit[0]", "IsPresent", true),
                    new JsonObject { ["Or"] = new JsonArray(Test("$.stopped.exit[0]", "NumericEquals", CallersFault), Test("$.stopped.exit[0]", "NumericEquals", DatasFault)) }),
                ["Next"] = Named("ended badly"),
            },
            Test("$.attempt.number", "NumericLessThan", targets.Attempts, Named("back off")),
            Test("$.stopped.exit[0]", "IsPresent", true, Named("ended badly"))),
        ["Default"] = Named("never started"),
    };

    /// <summary>Two to three times the wait before.</summary>
    private JsonObject NextAttempt()
    {
        var wait = AslText.Path("$.attempt.wait");
        var twice = AslText.Call("MathAdd", wait, wait);
        return new JsonObject
        {
            ["Type"] = "Pass",
            ["Parameters"] = new JsonObject()
                .With("number", AslText.Call("MathAdd", AslText.Path("$.attempt.number"), AslText.Number(1)))
                .With("wait", AslText.Call("MathRandom", twice, AslText.Call("MathAdd", twice, wait))),
            ["ResultPath"] = "$.attempt",
        }.Then(name);
    }

    private static JsonObject Test(string path, string comparison, JsonNode value, string? next = null)
    {
        var test = new JsonObject { ["Variable"] = path, [comparison] = value };
        return next is null ? test : test.Then(next);
    }
}

using System.Text.Json.Nodes;
using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Orchestration;

/// <summary>
/// Notices a late run while it is still running. Step Functions counts executions when they start and when they end, and tells
/// how long they took only then; so no metric of its own can say "running for too long". Here each start, by schedule or by
/// hand, sends an event, the event starts a small machine that waits for the minutes of the settings and then looks at the
/// run, and that machine fails if the run still goes on: an alarm is set on its failures. It costs nothing between runs.
/// </summary>
public sealed class LateWatch : PlatformComponent
{
    /// <summary>Makes it.</summary>
    public LateWatch(string name, LateWatchArgs args, ComponentResourceOptions? options = null)
        : base("LateWatch", name, args, options)
    {
        var watchName = Context.Name(name);
        var log = LogGroup("log", $"/aws/vendedlogs/states/{watchName}", args.KeyArn);
        var role = Role("machine", "states.amazonaws.com", "Lets the watch look at runs of the pipeline");
        var policy = Policy("machine", role, PolicyDocument.Json(
            new PolicyStatement("LookAtRuns") { Actions = ["states:DescribeExecution"], Resources = [Context.Arn("states", $"execution:{args.StateMachineName}:*")] },
            PipelinePolicy.Logs()));
        var watch = new Aws.Sfn.StateMachine(Child("machine"), new()
        {
            Name = watchName,
            Type = "STANDARD",
            RoleArn = role.Arn,
            Definition = LateWatchDefinition.Text(Context.Settings.Monitoring.LateAfterMinutes),
            LoggingConfiguration = new Aws.Sfn.Inputs.StateMachineLoggingConfigurationArgs { Level = "ERROR", LogDestination = Output.Format($"{log.Arn}:*") },
        }, Owned(policy));
        StateMachineArn = watch.Arn;

        var rule = new Aws.CloudWatch.EventRule(Child("rule"), new()
        {
            Name = watchName,
            Description = "A run of the pipeline has started",
            EventPattern = args.StateMachineArn.Apply(arn => new JsonObject
            {
                ["source"] = new JsonArray("aws.states"),
                ["detail-type"] = new JsonArray("Step Functions Execution Status Change"),
                ["detail"] = new JsonObject { ["status"] = new JsonArray("RUNNING"), ["stateMachineArn"] = new JsonArray(arn) },
            }.ToJsonString()),
        }, Owned());
        var starter = Role("rule", "events.amazonaws.com", "Lets the rule start the watch, and nothing else");
        var start = Policy("rule", starter, PolicyDocument.Json(new PolicyStatement("StartTheWatch") { Actions = ["states:StartExecution"], Resources = [watch.Arn] }));
        _ = new Aws.CloudWatch.EventTarget(Child("target"), new()
        {
            Rule = rule.Name,
            Arn = watch.Arn,
            RoleArn = starter.Arn,
            DeadLetterConfig = new Aws.CloudWatch.Inputs.EventTargetDeadLetterConfigArgs { Arn = args.DeadLetterQueueArn },
        }, Owned(start));
        RegisterOutputs(new Dictionary<string, object?> { ["stateMachineArn"] = StateMachineArn });
    }

    /// <summary>The watching machine: an execution of it that fails is a run that is late.</summary>
    public Output<string> StateMachineArn { get; }

    private Aws.Iam.Role Role(string thing, string service, string description) => new(Child($"{thing}-role"), new()
    {
        Name = Context.Name($"late-watch-{thing}"),
        Description = description,
        AssumeRolePolicy = Trust.Service(Context, service),
    }, Owned());

    private Aws.Iam.RolePolicy Policy(string thing, Aws.Iam.Role role, Output<string> policy) =>
        new(Child($"{thing}-policy"), new() { Name = thing, Role = role.Id, Policy = policy }, Owned());
}

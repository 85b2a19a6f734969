using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Orchestration;

/// <summary>The pipeline's state machine: the graph that runs on one machine too, here as tasks; its log and its role.</summary>
public sealed class Pipeline : PlatformComponent
{
    /// <summary>Makes it.</summary>
    public Pipeline(string name, PipelineArgs args, ComponentResourceOptions? options = null)
        : base("Pipeline", name, args, options)
    {
        // The role and the text name the machine, which needs both: its name is given, so its ARN is known before it is there.
        var machineName = Context.Name(name);
        var machineArn = Context.Arn("states", $"stateMachine:{machineName}");
        // The prefix of delivered logs: their permissions are kept apart from the account's ten resource policies.
        var log = LogGroup("log", $"/aws/vendedlogs/states/{machineName}", args.KeyArn);
        var role = new Aws.Iam.Role(Child("role"), new()
        {
            Name = Context.Name($"{name}-machine"),
            Description = "What the pipeline's state machine may do: run its tasks and tell of failures",
            AssumeRolePolicy = Trust.Service(Context, "states.amazonaws.com"),
        }, Owned());
        var policy = new Aws.Iam.RolePolicy(Child("policy"), new() { Name = "pipeline", Role = role.Id, Policy = PipelinePolicy.Of(args, machineArn) }, Owned());
        var machine = new Aws.Sfn.StateMachine(Child("machine"), new()
        {
            Name = machineName,
            Type = "STANDARD",
            RoleArn = role.Arn,
            Definition = PipelineDefinition.Render(args, machineArn),
            TracingConfiguration = new Aws.Sfn.Inputs.StateMachineTracingConfigurationArgs { Enabled = true },
            EncryptionConfiguration = new Aws.Sfn.Inputs.StateMachineEncryptionConfigurationArgs
            {
                Type = "CUSTOMER_MANAGED_KMS_KEY",
                KmsKeyId = args.KeyArn,
                KmsDataKeyReusePeriodSeconds = 900,
            },
            LoggingConfiguration = new Aws.Sfn.Inputs.StateMachineLoggingConfigurationArgs
            {
                // A cause may quote the last lines of a task, and those a row of data: in prod that stays in the execution's history.
                Level = Context.Production ? "ERROR" : "ALL",
                IncludeExecutionData = !Context.Production,
                LogDestination = Output.Format($"{log.Arn}:*"),
            },
        }, Owned(policy));
        StateMachineArn = machine.Arn;
        StateMachineName = machine.Name;

        var starts = new PipelineSchedule($"{name}-schedule", new()
        {
            Context = Context,
            StateMachineArn = machine.Arn,
            Source = PipelineDefinition.Delivery(args),
            KeyArn = args.KeyArn,
        }, new() { Parent = this });
        ScheduleName = starts.ScheduleName;
        DeadLetterQueueName = starts.DeadLetterQueueName;

        // Nobody waits for a run that is started by hand.
        LateWatchArn = !Context.Settings.Pipeline.Enabled ? null : new LateWatch($"{name}-late", new()
        {
            Context = Context,
            StateMachineArn = machine.Arn,
            StateMachineName = machineName,
            DeadLetterQueueArn = starts.DeadLetterQueueArn,
            KeyArn = args.KeyArn,
        }, new() { Parent = this }).StateMachineArn;
        RegisterOutputs(new Dictionary<string, object?>
        {
            ["stateMachineArn"] = StateMachineArn,
            ["stateMachineName"] = StateMachineName,
            ["scheduleName"] = ScheduleName,
        });
    }

    /// <summary>The machine.</summary>
    public Output<string> StateMachineArn { get; }

    /// <summary>The machine's name.</summary>
    public Output<string> StateMachineName { get; }

    /// <summary>The schedule that starts it.</summary>
    public Output<string> ScheduleName { get; }

    /// <summary>The queue that takes starts which could not be delivered.</summary>
    public Output<string> DeadLetterQueueName { get; }

    /// <summary>The machine that fails when a run is late; null where the schedule is off.</summary>
    public Output<string>? LateWatchArn { get; }
}

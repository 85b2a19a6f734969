using System.Text.Json.Nodes;
using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Orchestration;

/// <summary>
/// Starts the machine at the times of the settings. It never runs a task itself: a schedule's retries and dead-letter queue are
/// about the delivery of a start only, and a task that it ran would have no time limit and no guard against a second one.
/// </summary>
public sealed class PipelineSchedule : PlatformComponent
{
    private const int KeepUndeliveredSeconds = 14 * 24 * 60 * 60;

    /// <summary>Makes it.</summary>
    public PipelineSchedule(string name, PipelineScheduleArgs args, ComponentResourceOptions? options = null)
        : base("PipelineSchedule", name, args, options)
    {
        var settings = Context.Settings.Pipeline;
        var queue = new Aws.Sqs.Queue(Child("undelivered"), new()
        {
            Name = Context.Name("undelivered-starts"),
            MessageRetentionSeconds = KeepUndeliveredSeconds,
            KmsMasterKeyId = args.KeyArn,
        }, Owned());
        _ = new Aws.Sqs.QueuePolicy(Child("undelivered-policy"), new() { QueueUrl = queue.Url, Policy = QueuePolicy(queue.Arn) }, Owned());
        var group = new Aws.Scheduler.ScheduleGroup(Child("group"), new() { Name = Context.Name("schedules") }, Owned());
        var role = new Aws.Iam.Role(Child("role"), new()
        {
            Name = Context.Name("pipeline-schedule"),
            Description = "Lets the schedule start the pipeline, and nothing else",
            AssumeRolePolicy = Trust.Service(Context, "scheduler.amazonaws.com"),
        }, Owned());
        var policy = new Aws.Iam.RolePolicy(Child("policy"), new() { Name = "start", Role = role.Id, Policy = Policy(args, queue.Arn) }, Owned());
        var schedule = new Aws.Scheduler.Schedule(Child("schedule"), new()
        {
            Name = Context.Name("pipeline"),
            Description = "Starts the pipeline with what lies under the raw bucket's prefix for deliveries",
            GroupName = group.Name,
            ScheduleExpression = settings.Schedule,
            ScheduleExpressionTimezone = settings.TimeZone,
            State = settings.Enabled ? "ENABLED" : "DISABLED",
            FlexibleTimeWindow = new Aws.Scheduler.Inputs.ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            Target = new Aws.Scheduler.Inputs.ScheduleTargetArgs
            {
                Arn = args.StateMachineArn,
                RoleArn = role.Arn,
                Input = args.Source.Apply(source => new JsonObject { ["source"] = source }.ToJsonString()),
                DeadLetterConfig = new Aws.Scheduler.Inputs.ScheduleTargetDeadLetterConfigArgs { Arn = queue.Arn },

                // A start that is an hour late is of no use: the alarm is.
                RetryPolicy = new Aws.Scheduler.Inputs.ScheduleTargetRetryPolicyArgs { MaximumEventAgeInSeconds = 3600, MaximumRetryAttempts = 20 },
            },
        }, Owned(policy));
        ScheduleName = schedule.Name;
        DeadLetterQueueName = queue.Name;
        DeadLetterQueueArn = queue.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["scheduleName"] = ScheduleName });
    }

    /// <summary>The schedule.</summary>
    public Output<string> ScheduleName { get; }

    /// <summary>The queue of starts that could not be delivered.</summary>
    public Output<string> DeadLetterQueueName { get; }

    /// <summary>That queue's ARN.</summary>
    public Output<string> DeadLetterQueueArn { get; }

    private Output<string> Policy(PipelineScheduleArgs args, Output<string> queueArn) => PolicyDocument.Json(
        new PolicyStatement("StartThePipeline") { Actions = ["states:StartExecution"], Resources = [args.StateMachineArn] },
        new PolicyStatement("KeepWhatCannotBeDelivered") { Actions = ["sqs:SendMessage"], Resources = [queueArn] },
        new PolicyStatement("EncryptTheStart")
        {
            Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
            Resources = [args.KeyArn],
            Conditions = [new("StringEquals", "kms:EncryptionContext:aws:states:stateMachineArn", args.StateMachineArn)],
        },
        new PolicyStatement("EncryptWhatCannotBeDelivered")
        {
            Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
            Resources = [args.KeyArn],
            Conditions = [ServiceCall.By(Context, "sqs")],
        });

    /// <summary>The schedule writes as its role; EventBridge's rules write as the service, and only those of this stack may.</summary>
    private Output<string> QueuePolicy(Output<string> queueArn) => PolicyDocument.Json(
        new PolicyStatement("RulesOfThisStack")
        {
            Actions = ["sqs:SendMessage"],
            Principals = [PolicyPrincipal.Services("events.amazonaws.com")],
            Resources = [queueArn],
            Conditions = [new("ArnLike", "aws:SourceArn", Context.Arn("events", $"rule/{Context.Name("*")}")), new("StringEquals", "aws:SourceAccount", Context.AccountId)],
        },
        new PolicyStatement("TlsOnly")
        {
            Deny = true,
            Actions = ["sqs:ReceiveMessage", "sqs:SendMessage"],
            Principals = [PolicyPrincipal.Everyone],
            Resources = [queueArn],
            Conditions = [new("Bool", "aws:SecureTransport", "false")],
        });
}

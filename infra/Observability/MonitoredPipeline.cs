using Pulumi;

namespace Recommender.Infra.Observability;

/// <summary>The pipeline, where the stack has one.</summary>
/// <param name="StateMachineArn">Its machine.</param>
/// <param name="DeadLetterQueueName">The queue of starts that could not be delivered.</param>
/// <param name="LateWatchArn">The machine that fails when a run is late; null where the schedule is off.</param>
public sealed record MonitoredPipeline(Input<string> StateMachineArn, Input<string> DeadLetterQueueName, Output<string>? LateWatchArn);

using Pulumi;

namespace Recommender.Infra.Observability;

/// <summary>The stream of events, where the stack has one.</summary>
/// <param name="StreamName">The stream.</param>
/// <param name="FirehoseName">Its delivery into the raw zone.</param>
public sealed record MonitoredStream(Input<string> StreamName, Input<string> FirehoseName);

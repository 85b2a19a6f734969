using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Observability;

/// <summary>What goes to Slack; which channel is in the settings.</summary>
public sealed class SlackChannelArgs : PlatformArgs
{
    /// <summary>The topic.</summary>
    public required Input<string> TopicArn { get; init; }
}

using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Observability;

/// <summary>What alerting needs; whom it tells is in the settings.</summary>
public sealed class AlertingArgs : PlatformArgs
{
    /// <summary>The key that alerts are encrypted with. Its policy lets CloudWatch, EventBridge and Budgets use it for this account.</summary>
    public required Input<string> KeyArn { get; init; }
}

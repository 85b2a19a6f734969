using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Networking;

/// <summary>What <see cref="Network"/> is given.</summary>
public sealed class NetworkArgs : PlatformArgs
{
    /// <summary>The key that encrypts flow logs.</summary>
    public required Input<string> KeyArn { get; init; }
}

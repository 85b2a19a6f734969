using Pulumi;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Components;

/// <summary>What every component of the platform gets.</summary>
public abstract class PlatformArgs : ResourceArgs
{
    /// <summary>Which stack this is, with its settings.</summary>
    public required StackContext Context { get; init; }
}

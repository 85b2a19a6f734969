using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Compute;

/// <summary>What an image repository is given.</summary>
public sealed class ImageRepositoryArgs : PlatformArgs
{
    /// <summary>Which image it holds: <c>jobs</c>, <c>training</c> or <c>serving</c>.</summary>
    public required string Image { get; init; }

    /// <summary>Encrypts the images.</summary>
    public required Input<string> KeyArn { get; init; }
}

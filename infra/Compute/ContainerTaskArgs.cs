using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Compute;

/// <summary>What a kind of task is given.</summary>
public sealed class ContainerTaskArgs : PlatformArgs
{
    /// <summary>What runs in it, such as <c>ingest</c>: the name of its container.</summary>
    public required string Thing { get; init; }

    /// <summary>Where its image lies.</summary>
    public required ImageRepository Repository { get; init; }

    /// <summary>The image's digest, <c>sha256:…</c>.</summary>
    public required string Digest { get; init; }

    /// <summary>Its size.</summary>
    public required TaskSizeSettings Size { get; init; }

    /// <summary>Encrypts its logs.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>What it finds in its environment; nothing secret.</summary>
    public required IReadOnlyDictionary<string, Input<string>> Environment { get; init; }

    /// <summary>What it may do.</summary>
    public required IReadOnlyList<PolicyStatement> Permissions { get; init; }

    /// <summary>The port it listens on; null where it is a job, which listens on none.</summary>
    public int? Port { get; init; }

    /// <summary>The command in the container that ends with 0 while it is well; empty where it is a job, which ends by itself.</summary>
    public IReadOnlyList<string> HealthCommand { get; init; } = [];
}

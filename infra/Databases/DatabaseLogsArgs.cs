using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Databases;

/// <summary>What a database's logs are given.</summary>
public sealed class DatabaseLogsArgs : PlatformArgs
{
    /// <summary>The identifier that the database will have.</summary>
    public required string Identifier { get; init; }

    /// <summary>Encrypts the logs.</summary>
    public required Input<string> KeyArn { get; init; }
}

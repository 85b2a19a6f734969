using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Databases;

/// <summary>What the source database is given; its size is in the stack's settings.</summary>
public sealed class SourceDatabaseArgs : PlatformArgs
{
    /// <summary>The private network.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>Private subnets in two zones at least.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The security group of the jobs, which alone reaches the database.</summary>
    public required Input<string> JobsSecurityGroupId { get; init; }

    /// <summary>Encrypts storage, backups, logs and the master password.</summary>
    public required Input<string> KeyArn { get; init; }
}

using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>The shop's PostgreSQL source.</summary>
public sealed record DatabaseSettings
{
    /// <summary>Whether the stack has a database; a shop that delivers files or events needs none.</summary>
    public bool Enabled { get; init; }

    /// <summary>RDS instance class, such as <c>db.t4g.micro</c>.</summary>
    [RegularExpression(@"db\.[a-z0-9]+\.[a-z0-9]+", ErrorMessage = "must be an RDS instance class, such as db.t4g.micro")]
    public string InstanceClass { get; init; } = "db.t4g.micro";

    /// <summary>Storage at the start, in GiB.</summary>
    [Range(20, 65536)]
    public int StorageGiB { get; init; } = 20;

    /// <summary>Storage it may grow to, in GiB.</summary>
    [Range(22, 65536)]
    public int MaxStorageGiB { get; init; } = 100;

    /// <summary>Whether a standby in another zone takes over.</summary>
    public bool MultiAz { get; init; }

    /// <summary>Days that automatic backups are kept.</summary>
    [Range(1, 35)]
    public int BackupDays { get; init; } = 7;

    /// <summary>Days after which the master password is rotated.</summary>
    [Range(1, 365)]
    public int RotationDays { get; init; } = 30;
}

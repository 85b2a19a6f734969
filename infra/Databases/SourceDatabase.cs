using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Networking;
using Recommender.Infra.Settings;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Databases;

/// <summary>
/// The shop's PostgreSQL database, from which ingestion reads. RDS makes, keeps and rotates the master password in Secrets Manager;
/// nothing of the platform uses it. The ingest task signs in as <see cref="IngestUser"/> with a short-lived IAM token, over TLS.
/// A person with the master password creates that user once:
/// <code>
/// create role recommender_ingest login;
/// grant rds_iam to recommender_ingest;
/// alter role recommender_ingest set default_transaction_read_only = on;
/// grant usage on schema public to recommender_ingest;
/// grant select on all tables in schema public to recommender_ingest;
/// alter default privileges in schema public grant select on tables to recommender_ingest;
/// </code>
/// The last line covers tables that the same person creates later; another owner of tables grants that right too.
/// </summary>
public sealed class SourceDatabase : PlatformComponent
{
    /// <summary>The database's name: <c>shop</c>.</summary>
    public const string DatabaseName = "shop";

    /// <summary>The user that ingestion signs in as.</summary>
    public const string IngestUser = "recommender_ingest";

    /// <summary>The port: 5432.</summary>
    public const int Port = 5432;

    private const string Major = "18";

    /// <summary>Creates the database.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="args">What it is given.</param>
    /// <param name="options">Its resource options.</param>
    public SourceDatabase(string name, SourceDatabaseArgs args, ComponentResourceOptions? options = null)
        : base("SourceDatabase", name, args, options)
    {
        var access = Access(args);
        var logs = new DatabaseLogs(Child("logs"), new() { Context = Context, Identifier = Context.Name("source"), KeyArn = args.KeyArn }, new() { Parent = this });
        var instance = Instance(args, access, logs);

        // RDS rotates the password by itself, every seven days unless told otherwise; it has just made it, so the first turn can wait.
        // Nobody ends the schedule but RDS, which owns the secret and removes it with the database: so Pulumi lets it be.
        SecretArn = instance.MasterUserSecrets.Apply(secrets => secrets[0].SecretArn!);
        _ = new Aws.SecretsManager.SecretRotation(Child("rotation"), new()
        {
            SecretId = SecretArn,
            RotateImmediately = false,
            RotationRules = new Aws.SecretsManager.Inputs.SecretRotationRotationRulesArgs { AutomaticallyAfterDays = Context.Settings.Database.RotationDays },
        }, new() { Parent = this, RetainOnDelete = true });

        Endpoint = instance.Endpoint;
        InstanceId = instance.Identifier;
        ResourceId = instance.ResourceId;
        RegisterOutputs();
    }

    /// <summary>Where it listens, <c>host:port</c>.</summary>
    public Output<string> Endpoint { get; }

    /// <summary>The secret with the master password.</summary>
    public Output<string> SecretArn { get; }

    /// <summary>Its identifier, as metrics name it.</summary>
    public Output<string> InstanceId { get; }

    /// <summary>Its resource id, as <c>rds-db:connect</c> names it.</summary>
    public Output<string> ResourceId { get; }

    private Aws.Ec2.SecurityGroup Access(SourceDatabaseArgs args)
    {
        // Pulumi names the group: a name is unique in a network, so one of our own would block a replacement.
        var group = new Aws.Ec2.SecurityGroup(Child("access"), new()
        {
            Description = "The source database: jobs come in, nothing goes out",
            VpcId = args.VpcId,
            Tags = { ["Name"] = Context.Name("source-database") },
        }, Owned());
        Outward.Make(Child("jobs-out"), args.JobsSecurityGroupId, Port, "Jobs reach the source database", rule => rule.ReferencedSecurityGroupId = group.Id, Owned());
        _ = new Aws.Vpc.SecurityGroupIngressRule(Child("access-jobs"), new()
        {
            SecurityGroupId = group.Id,
            Description = "Jobs read the shop's tables",
            ReferencedSecurityGroupId = args.JobsSecurityGroupId,
            IpProtocol = "tcp",
            FromPort = Port,
            ToPort = Port,
        }, Owned());
        return group;
    }

    private Aws.Rds.Instance Instance(SourceDatabaseArgs args, Aws.Ec2.SecurityGroup access, DatabaseLogs logs)
    {
        var settings = Context.Settings.Database;
        var subnets = new Aws.Rds.SubnetGroup(Child("subnets"), new() { Name = Context.Name("source"), Description = "Private subnets", SubnetIds = args.SubnetIds }, Owned());
        var parameters = Parameters();
        var stateful = Stateful();
        stateful.DependsOn = logs.Ready.ToArray();
        return new Aws.Rds.Instance(Child("instance"), new()
        {
            Identifier = Context.Name("source"),
            Engine = "postgres",
            EngineVersion = Major,
            InstanceClass = settings.InstanceClass,
            DbName = DatabaseName,
            Port = Port,

            // Sign-in.
            Username = "recommender_admin",
            ManageMasterUserPassword = true,
            MasterUserSecretKmsKeyId = args.KeyArn,
            IamDatabaseAuthenticationEnabled = true,

            // Place and way in.
            DbSubnetGroupName = subnets.Name,
            VpcSecurityGroupIds = { access.Id },
            PubliclyAccessible = false,
            MultiAz = settings.MultiAz,

            // Storage.
            StorageType = "gp3",
            AllocatedStorage = settings.StorageGiB,
            MaxAllocatedStorage = settings.MaxStorageGiB,
            StorageEncrypted = true,
            KmsKeyId = args.KeyArn,

            // Keeping it: backups and maintenance are over before the nightly run.
            BackupRetentionPeriod = settings.BackupDays,
            BackupWindow = "00:30-01:30",
            MaintenanceWindow = "sun:01:45-sun:03:00",
            DeleteAutomatedBackups = !Context.Production,
            CopyTagsToSnapshot = true,
            DeletionProtection = Context.Production,
            SkipFinalSnapshot = !Context.Production,
            FinalSnapshotIdentifier = Context.Production ? (Input<string>)Context.Name("source-final") : null,
            AutoMinorVersionUpgrade = true,
            ApplyImmediately = !Context.Production,

            // Watching it.
            ParameterGroupName = parameters.Name,
            EnabledCloudwatchLogsExports = DatabaseLogs.Exports.ToArray(),
            MonitoringInterval = 60,
            MonitoringRoleArn = logs.MonitoringRoleArn,
            PerformanceInsightsEnabled = true,
            PerformanceInsightsKmsKeyId = args.KeyArn,
            PerformanceInsightsRetentionPeriod = 7, // days; what costs nothing
        }, stateful);
    }

    private Aws.Rds.ParameterGroup Parameters() => new(Child("parameters"), new()
    {
        // The major version is in the name: another one needs another group, while the old one is still in use.
        Name = Context.Name($"source-{Major}"),
        Family = $"postgres{Major}",
        Description = "TLS only; sessions, slow statements and changes of tables are logged",
        Parameters =
        {
            Parameter("rds.force_ssl", "1"),

            // Its line has user, address and duration. log_connections is left alone: since 18 it is a list, not a switch.
            Parameter("log_disconnections", "1"),
            Parameter("log_lock_waits", "1"),
            Parameter("log_min_duration_statement", "1000"), // milliseconds
            Parameter("log_statement", "ddl"),
        },
    }, Owned());

    private static Aws.Rds.Inputs.ParameterGroupParameterArgs Parameter(string name, string value) => new() { Name = name, Value = value };
}

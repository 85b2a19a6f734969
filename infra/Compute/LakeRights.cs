using Pulumi;
using Recommender.Infra.Policies;
using Recommender.Infra.Settings;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Compute;

/// <summary>The statements of which the rights of tasks are made: buckets, catalog, key, queries.</summary>
/// <param name="context">The stack.</param>
/// <param name="args">What the containers are given.</param>
internal sealed class LakeRights(StackContext context, ContainersArgs args)
{
    /// <summary>Reading the objects of zones.</summary>
    public IEnumerable<PolicyStatement> ReadObjects(params IReadOnlyList<Zone> zones) =>
    [
        List([.. zones.Select(Bucket)]),
        new("ReadObjects") { Actions = ["s3:GetObject"], Resources = [.. zones.Select(zone => Objects(zone, "*"))] },
    ];

    /// <summary>
    /// Writing the tables of zones, and reading them. Removal is part of it: a task removes what a broken run left behind and what
    /// retention lets go; the bucket keeps the old version for a while.
    /// </summary>
    public IEnumerable<PolicyStatement> WriteObjects(params IReadOnlyList<Zone> zones) =>
        Write("WriteObjects", [.. zones.Select(Bucket)], [.. zones.Select(zone => Objects(zone, "*"))]);

    /// <summary>Reading deliveries and writing the prefixes of raw tables; what arrived is not to be changed.</summary>
    public IEnumerable<PolicyStatement> LoadDeliveries() =>
    [
        new("ReadDeliveries") { Actions = ["s3:GetObject"], Resources = [Objects(Zone.Raw, $"{context.Settings.Pipeline.Deliveries}*")] },
        .. Write("WriteRawTables", [Bucket(Zone.Raw)], [.. RawTables().Select(table => Objects(Zone.Raw, $"{table}/*"))]),
    ];

    /// <summary>Reading query results and writing them, under the prefix of the jobs' workgroup.</summary>
    public IEnumerable<PolicyStatement> UseResults()
    {
        Output<string> results = Output.Format($"arn:aws:s3:::{args.ResultsBucket}");
        return Write("UseQueryResults", [results], [Output.Format($"{results}/{ResultsPrefix}*")], list: "ListQueryResults");
    }

    /// <summary>The key, only by way of S3: to read.</summary>
    public PolicyStatement ReadEncrypted() => Key("ReadEncrypted", "kms:Decrypt");

    /// <summary>The key, only by way of S3: to read and write. An upload in parts reads what it wrote.</summary>
    public PolicyStatement WriteEncrypted() => Key("WriteEncrypted", "kms:Decrypt", "kms:GenerateDataKey");

    /// <summary>Finding tables of zones in the catalog.</summary>
    public PolicyStatement FindTables(params IReadOnlyList<Zone> zones) => new("FindTables")
    {
        Actions = ["glue:GetDatabase", "glue:GetTable", "glue:GetTables", "glue:GetPartition", "glue:GetPartitions"],
        Resources = Catalog(zones, "*"),
    };

    /// <summary>Publishing tables of zones: their location in the catalog moves to the new snapshot.</summary>
    public PolicyStatement PublishTables(params IReadOnlyList<Zone> zones) => new("PublishTables")
    {
        Actions = ["glue:GetDatabase", "glue:GetTable", "glue:UpdateTable"],
        Resources = Catalog(zones, "*"),
    };

    /// <summary>Publishing the raw tables that are loaded from files; those that a stream fills are not among them.</summary>
    public PolicyStatement PublishRawTables() => new("PublishTables")
    {
        Actions = ["glue:GetDatabase", "glue:GetTable", "glue:UpdateTable"],
        Resources = [.. Catalog([Zone.Raw]), .. RawTables().SelectMany(table => new[] { Table(Zone.Raw, table), Table(Zone.Raw, table + Quarantine.Suffix) })],
    };

    /// <summary>Building tables of zones: Athena writes a snapshot as a table of its own, which goes once the snapshot is published.</summary>
    public PolicyStatement BuildTables(params IReadOnlyList<Zone> zones) => new("BuildTables")
    {
        Actions =
        [
            "glue:BatchCreatePartition", "glue:BatchGetPartition", "glue:CreatePartition", "glue:CreateTable", "glue:DeleteTable", "glue:GetDatabase",
            "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables", "glue:UpdateTable",
        ],
        Resources = Catalog(zones, "*"),
    };

    /// <summary>Athena's look at the database called default before each statement that defines something (Athena user guide, "Access to the default database").</summary>
    public PolicyStatement LookAtDefault() => new("LookAtDefaultDatabase")
    {
        Actions = ["glue:GetDatabase"],
        Resources = [context.Arn("glue", "catalog"), context.Arn("glue", "database/default")],
    };

    /// <summary>Running queries in the jobs' workgroup.</summary>
    public PolicyStatement RunQueries() => new("RunQueries")
    {
        Actions = ["athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetWorkGroup", "athena:StartQueryExecution", "athena:StopQueryExecution"],
        Resources = [context.Arn("athena", Output.Format($"workgroup/{args.JobsWorkgroup}"))],
    };

    /// <summary>Signing in to the source database as the user that may only read; none where there is no database.</summary>
    public IEnumerable<PolicyStatement> ReadDatabase() => args.Database is not { } database
        ? []
        : [new("ReadDatabase") { Actions = ["rds-db:connect"], Resources = [context.Arn("rds-db", Output.Format($"dbuser:{database.ResourceId}/{Databases.SourceDatabase.IngestUser}"))] }];

    /// <summary>Where the results of the jobs' queries lie in the bucket of results: <c>jobs/</c>.</summary>
    public const string ResultsPrefix = "jobs/";

    private static IEnumerable<PolicyStatement> Write(string name, IReadOnlyList<Input<string>> buckets, IReadOnlyList<Input<string>> objects, string list = "ListWritten") =>
    [
        List(buckets, list),
        new(name)
        {
            Actions = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
            Resources = objects,
        },
    ];

    private static PolicyStatement List(IReadOnlyList<Input<string>> buckets, string name = "ListRead") =>
        new(name) { Actions = ["s3:GetBucketLocation", "s3:ListBucket"], Resources = buckets };

    private PolicyStatement Key(string name, params string[] actions) => new(name)
    {
        Actions = actions,
        Resources = [args.KeyArn],
        Conditions = [ServiceCall.By(context, "s3")],
    };

    private IEnumerable<string> RawTables() =>
        args.Tables.Where(table => table.Name.Zone == Zone.Raw).Select(table => table.Name.Table);

    private Input<string> Bucket(Zone zone) => Output.Format($"arn:aws:s3:::{args.Buckets[zone]}");

    private Input<string> Objects(Zone zone, string key) => Output.Format($"{Bucket(zone)}/{key}");

    private Input<string> Table(Zone zone, string table) => context.Arn("glue", $"table/{context.Database(zone)}/{table}");

    // Glue asks for the catalog, the database and the table in one.
    private IReadOnlyList<Input<string>> Catalog(IReadOnlyList<Zone> zones, params string[] tables) =>
    [
        context.Arn("glue", "catalog"),
        .. zones.Select(zone => (Input<string>)context.Arn("glue", $"database/{context.Database(zone)}")),
        .. zones.SelectMany(zone => tables.Select(table => Table(zone, table))),
    ];
}

using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Recommender.Infra.Querying;
using Recommender.Lake.Tables;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Reporting;

/// <summary>
/// The role under which a service queries for people who look at dashboards. It reads the tables that dashboards show and no
/// other: of the zones that analysts do not read, just those tables without a person in them.
/// </summary>
public sealed class AthenaReader : PlatformComponent
{
    /// <summary>Makes it.</summary>
    public AthenaReader(string name, AthenaReaderArgs args, ComponentResourceOptions? options = null)
        : base("AthenaReader", name, args, options)
    {
        var role = new Aws.Iam.Role(Child("role"), new() { Name = Context.Name(name), Description = args.Description, AssumeRolePolicy = Trust.Service(Context, args.Service) }, Owned());
        Policy = new Aws.Iam.RolePolicy(Child("policy"), new()
        {
            Name = "read",
            Role = role.Name,
            Policy = PolicyDocument.Json([.. Queries(args.Place), .. Catalog(args.Tables), .. Objects(args.Tables, args.Place), .. AthenaRights.Of(Context, args.Place.ResultsBucketArn, args.Place.ResultsPrefix, args.Place.KeyArn), .. args.More]),
        }, Owned());
        RoleArn = role.Arn;
        RegisterOutputs();
    }

    /// <summary>The role.</summary>
    public Output<string> RoleArn { get; }

    /// <summary>What the role may do: what uses the role comes after it.</summary>
    internal Aws.Iam.RolePolicy Policy { get; }

    private IEnumerable<PolicyStatement> Queries(ReadingPlace place) =>
    [
        new("Query")
        {
            Actions =
            [
                "athena:BatchGetQueryExecution", "athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetQueryResultsStream", "athena:GetWorkGroup",
                "athena:StartQueryExecution", "athena:StopQueryExecution",
            ],
            Resources = [place.WorkgroupArn],
        },
        new("FindCatalog")
        {
            Actions = ["athena:GetDataCatalog", "athena:GetDatabase", "athena:GetTableMetadata", "athena:ListDatabases", "athena:ListTableMetadata"],
            Resources = [Context.Arn("athena", "datacatalog/AwsDataCatalog")],
        },
    ];

    private IEnumerable<PolicyStatement> Catalog(IReadOnlyList<TableName> tables) =>
    [
        new("ReadCatalog")
        {
            Actions = ["glue:BatchGetPartition", "glue:GetDatabase", "glue:GetDatabases", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"],
            Resources =
            [
                Context.Arn("glue", "catalog"),
                .. tables.Select(table => table.Zone).Distinct().Select(zone => (Input<string>)Context.Arn("glue", $"database/{Context.Database(zone)}")),
                .. tables.Select(table => (Input<string>)Context.Arn("glue", $"table/{Context.Database(table.Zone)}/{table.Table}")),
            ],
        },
    ];

    private static IEnumerable<PolicyStatement> Objects(IReadOnlyList<TableName> tables, ReadingPlace place) =>
    [
        new("ReadTables") { Actions = ["s3:GetObject"], Resources = [.. tables.Select(table => (Input<string>)Output.Format($"{place.BucketArns[table.Zone]}/{table.Table}/*"))] },
        .. tables.GroupBy(table => table.Zone).Select(zone => new PolicyStatement($"ListTables{zone.Key}")
        {
            Actions = ["s3:ListBucket"],
            Resources = [place.BucketArns[zone.Key]],
            Conditions = [new("StringLike", "s3:prefix", [.. zone.Select(table => (Input<string>)$"{table.Table}/*")])],
        }),
        new("FindBuckets") { Actions = ["s3:GetBucketLocation"], Resources = [.. tables.Select(table => table.Zone).Distinct().Select(zone => place.BucketArns[zone])] },
    ];
}

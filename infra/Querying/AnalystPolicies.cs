using Pulumi;
using Recommender.Infra.Policies;
using Recommender.Infra.Settings;
using Recommender.Infra.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Querying;

/// <summary>Who may be an analyst, and what analysts may do: query the curated and the published zone, and nothing else.</summary>
internal static class AnalystPolicies
{
    /// <summary>The tag that a user or role needs to become an analyst of the stack that it names.</summary>
    public const string Tag = "recommender-analyst";

    private static readonly Zone[] _readable = [Zone.Curated, Zone.Published];

    /// <summary>Users and roles of this account that carry the tag and came with a second factor.</summary>
    public static Output<string> Trust(StackContext context) => PolicyDocument.Json(new PolicyStatement("Assume")
    {
        Actions = ["sts:AssumeRole"],
        Principals = [PolicyPrincipal.Account(context.AccountId)],
        Conditions = [new("Bool", "aws:MultiFactorAuthPresent", "true"), new("StringEquals", $"aws:PrincipalTag/{Tag}", context.Stack)],
    });

    /// <summary>What the role may do.</summary>
    public static Output<string> Of(StackContext context, QueryArgs args, QueryWorkgroup workgroup)
    {
        var results = args.Lake.Results;
        var own = Output.Format($"{results.Arn}/{workgroup.ResultsPrefix}*");
        LakeBucket[] buckets = [.. _readable.Select(args.Lake.Bucket)];
        return PolicyDocument.Json(
            new PolicyStatement("Query")
            {
                Actions =
                [
                    "athena:BatchGetNamedQuery", "athena:BatchGetQueryExecution", "athena:GetNamedQuery", "athena:GetQueryExecution", "athena:GetQueryResults",
                    "athena:GetQueryResultsStream", "athena:GetQueryRuntimeStatistics", "athena:GetWorkGroup", "athena:ListNamedQueries",
                    "athena:ListQueryExecutions", "athena:StartQueryExecution", "athena:StopQueryExecution",
                ],
                Resources = [workgroup.Arn],
            },
            // Names of workgroups and catalogs only: these calls take no resource.
            new PolicyStatement("FindWorkgroup") { Actions = ["athena:ListDataCatalogs", "athena:ListEngineVersions", "athena:ListWorkGroups"], Resources = ["*"] },
            new PolicyStatement("ReadCatalog")
            {
                Actions = ["glue:BatchGetPartition", "glue:GetDatabase", "glue:GetDatabases", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"],
                Resources = [context.Arn("glue", "catalog"), .. _readable.SelectMany(zone => Metadata(context, zone))],
            },
            // Athena looks whether there is this database before it plans any query (Athena user guide, "Access to the default database").
            new PolicyStatement("LookForDefault") { Actions = ["glue:GetDatabase"], Resources = [context.Arn("glue", "database/default")] },
            new PolicyStatement("ReadTables") { Actions = ["s3:GetObject"], Resources = [.. buckets.Select(bucket => (Input<string>)Output.Format($"{bucket.Arn}/*"))] },
            new PolicyStatement("ListTables") { Actions = ["s3:GetBucketLocation", "s3:ListBucket"], Resources = [.. buckets.Select(bucket => (Input<string>)bucket.Arn)] },
            new PolicyStatement("KeepResults") { Actions = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"], Resources = [own] },
            new PolicyStatement("FindResults") { Actions = ["s3:GetBucketLocation"], Resources = [results.Arn] },
            new PolicyStatement("ListResults")
            {
                Actions = ["s3:ListBucket"],
                Resources = [results.Arn],
                Conditions = [new("StringLike", "s3:prefix", $"{workgroup.ResultsPrefix}*")],
            },
            new PolicyStatement("UseKeyThroughS3")
            {
                Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
                Resources = [args.Lake.KeyArn],
                Conditions = [new("StringEquals", "kms:ViaService", [Output.Format($"s3.{context.Region}.amazonaws.com")])],
            });
    }

    private static IEnumerable<Input<string>> Metadata(StackContext context, Zone zone) =>
        [context.Arn("glue", $"database/{context.Database(zone)}"), context.Arn("glue", $"table/{context.Database(zone)}/*")];
}

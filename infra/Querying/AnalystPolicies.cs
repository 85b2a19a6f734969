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
        LakeBucket[] buckets = [.. _readable.Select(args.Lake.Bucket)];
        return PolicyDocument.Json(
        [
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
            new PolicyStatement("ReadCatalog")
            {
                Actions = ["glue:BatchGetPartition", "glue:GetDatabase", "glue:GetDatabases", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"],
                Resources = [context.Arn("glue", "catalog"), .. _readable.SelectMany(zone => Metadata(context, zone))],
            },
            new PolicyStatement("ReadTables") { Actions = ["s3:GetObject"], Resources = [.. buckets.Select(bucket => (Input<string>)Output.Format($"{bucket.Arn}/*"))] },
            new PolicyStatement("ListTables") { Actions = ["s3:GetBucketLocation", "s3:ListBucket"], Resources = [.. buckets.Select(bucket => (Input<string>)bucket.Arn)] },
            .. AthenaRights.Of(context, args.Lake.Results.Arn, workgroup.ResultsPrefix, args.Lake.KeyArn),
        ]);
    }

    private static IEnumerable<Input<string>> Metadata(StackContext context, Zone zone) =>
        [context.Arn("glue", $"database/{context.Database(zone)}"), context.Arn("glue", $"table/{context.Database(zone)}/*")];
}

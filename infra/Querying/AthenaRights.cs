using Pulumi;
using Recommender.Infra.Policies;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Querying;

/// <summary>What everyone needs who reads tables through a workgroup, whichever tables these are.</summary>
internal static class AthenaRights
{
    /// <summary>The statements.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="resultsBucketArn">The bucket of results.</param>
    /// <param name="resultsPrefix">The prefix of the workgroup's results in it; ends in a slash.</param>
    /// <param name="keyArn">The key of tables and results.</param>
    public static IEnumerable<PolicyStatement> Of(StackContext context, Input<string> resultsBucketArn, string resultsPrefix, Input<string> keyArn) =>
    [
        // Names of workgroups and catalogs only: these calls take no resource.
        new("FindWorkgroup") { Actions = ["athena:ListDataCatalogs", "athena:ListEngineVersions", "athena:ListWorkGroups"], Resources = ["*"] },

        // Athena looks whether there is this database before it plans any query (Athena user guide, "Access to the default database").
        new("LookForDefault") { Actions = ["glue:GetDatabase"], Resources = [context.Arn("glue", "database/default")] },
        new("KeepResults")
        {
            Actions = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
            Resources = [Output.Format($"{resultsBucketArn}/{resultsPrefix}*")],
        },
        new("FindResults") { Actions = ["s3:GetBucketLocation"], Resources = [resultsBucketArn] },
        new("ListResults") { Actions = ["s3:ListBucket"], Resources = [resultsBucketArn], Conditions = [new("StringLike", "s3:prefix", $"{resultsPrefix}*")] },
        new("UseKeyThroughS3") { Actions = ["kms:Decrypt", "kms:GenerateDataKey"], Resources = [keyArn], Conditions = [ServiceCall.By(context, "s3")] },
    ];
}

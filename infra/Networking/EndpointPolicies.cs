using Pulumi;
using Recommender.Infra.Policies;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Networking;

/// <summary>What endpoints let through: calls of this account's principals about this account's resources, whatever else a stolen key could do.</summary>
internal static class EndpointPolicies
{
    /// <summary>The policy of an interface endpoint. It names no resource: which one a role may touch is the role's own policy's matter.</summary>
    public static Output<string> Interface(StackContext context, ServiceEndpoint endpoint) => PolicyDocument.Json(new PolicyStatement("ThisAccount")
    {
        Actions = endpoint.Actions,
        Resources = ["*"],
        Principals = [PolicyPrincipal.Everyone],
        Conditions = OfThisAccount(context),
    });

    /// <summary>The policy of the gateway to S3: the stack's own buckets, and the one from which ECR gives out images' layers.</summary>
    public static Output<string> Storage(StackContext context) => PolicyDocument.Json(
        new PolicyStatement("OwnBuckets")
        {
            Actions =
            [
                "s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:GetObject", "s3:PutObject", "s3:DeleteObject",
                "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts",
            ],
            Resources = [$"arn:aws:s3:::{context.Name("*")}", $"arn:aws:s3:::{context.Name("*")}/*"],
            Principals = [PolicyPrincipal.Everyone],
            Conditions = OfThisAccount(context),
        },
        // The bucket is AWS's, and so is whoever signed the layer's URL: no account of ours to ask for.
        new PolicyStatement("ImageLayers")
        {
            Actions = ["s3:GetObject"],
            Resources = [Output.Format($"arn:aws:s3:::prod-{context.Region}-starport-layer-bucket/*")],
            Principals = [PolicyPrincipal.Everyone],
        });

    // Some calls are about no resource at all (a token, a metric): those pass without a resource's account.
    private static IReadOnlyList<PolicyCondition> OfThisAccount(StackContext context) =>
    [
        new("StringEquals", "aws:PrincipalAccount", [context.AccountId]),
        new("StringEqualsIfExists", "aws:ResourceAccount", [context.AccountId]),
    ];
}

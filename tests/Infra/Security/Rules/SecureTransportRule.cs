using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Buckets refuse whoever comes without TLS, for the bucket and for its objects.</summary>
internal sealed class SecureTransportRule() : ResourceRule("s3/bucket:Bucket", "s3_bucket_secure_transport_policy")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        var policy = BucketSatellites.Of(graph, resource, "Policy")?.Text("policy");
        var document = policy is null ? null : IamDocument.Parse(policy);
        string[] targets = [resource.Arn, $"{resource.Arn}/any/object"];
        // The last stands for all that nobody thought of: only a denial of every action covers it.
        string[] actions = ["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AnythingElse"];
        string[] accounts = [CloudNames.Account, "999999999999"];
        var denied = document is not null
            && targets.All(target => actions.All(action => accounts.All(account => document.Decide(Plain(action, target, account)) == IamDecision.Denied)));
        yield return ("s3_bucket_secure_transport_policy", denied, "takes requests without TLS");
    }

    private static IamRequest Plain(string action, string target, string account) =>
        new IamRequest(action, target) { Principal = IamPrincipal.Aws($"arn:aws:iam::{account}:role/anyone") }.With(("aws:SecureTransport", "false"));
}

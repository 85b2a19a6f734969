using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Storage;

public sealed class BucketPoliciesTests
{
    private const string Algorithm = "s3:x-amz-server-side-encryption";
    private const string Key = "s3:x-amz-server-side-encryption-aws-kms-key-id";

    private static readonly (string, string) _tls = ("aws:SecureTransport", "true");

    [Theory]
    [InlineData("raw")]
    [InlineData("published")]
    [InlineData("results")]
    [InlineData("logs")]
    public async Task Requests_without_TLS_are_denied(string thing)
    {
        Assert.Equal(IamDecision.Denied, await DecideAsync(thing, "s3:GetObject", ("aws:SecureTransport", "false")));
        Assert.Equal(IamDecision.NotAllowed, await DecideAsync(thing, "s3:GetObject", _tls));
    }

    [Fact]
    public async Task Uploads_are_denied_with_another_key_or_another_kind_of_encryption()
    {
        Assert.Equal(IamDecision.Denied, await DecideAsync("raw", "s3:PutObject", _tls, (Algorithm, "aws:kms"), (Key, CloudNames.Arn("kms", "key/other"))));
        Assert.Equal(IamDecision.Denied, await DecideAsync("raw", "s3:PutObject", _tls, (Algorithm, "AES256")));
    }

    [Fact]
    public async Task Uploads_with_the_key_or_without_a_word_are_left_to_the_roles()
    {
        var key = (string)(await LakeStack.OfAsync("prod")).Outputs["key"]!;

        Assert.Equal(IamDecision.NotAllowed, await DecideAsync("raw", "s3:PutObject", _tls, (Algorithm, "aws:kms"), (Key, key)));
        Assert.Equal(IamDecision.NotAllowed, await DecideAsync("raw", "s3:PutObject", _tls, (Algorithm, "aws:kms")));
        Assert.Equal(IamDecision.NotAllowed, await DecideAsync("raw", "s3:PutObject", _tls));
    }

    [Fact]
    public async Task S3_delivers_access_logs_of_this_stacks_buckets_only()
    {
        Assert.True(await DeliversAsync("arn:aws:s3:::recommender-prod-raw-123456789012", CloudNames.Account));
        Assert.False(await DeliversAsync("arn:aws:s3:::recommender-uat-raw-123456789012", CloudNames.Account));
        Assert.False(await DeliversAsync("arn:aws:s3:::recommender-prod-raw-123456789012", "999999999999"));
    }

    [Fact]
    public async Task Whom_the_wiring_names_delivers_to_the_bucket_of_logs()
    {
        var policy = (await LakeStack.OfAsync("prod")).Get("s3/bucketPolicy:BucketPolicy", "lake-logs-policy");
        var balancer = IamPrincipal.Service("logdelivery.elasticloadbalancing.amazonaws.com");

        Assert.True(IamDocument.Parse(policy.Text("policy")!).Lets(balancer, "s3:PutObject", $"arn:aws:s3:::{policy.Text("bucket")}/other/x", _tls));
        Assert.False(IamDocument.Parse(policy.Text("policy")!).Lets(balancer, "s3:PutObject", $"arn:aws:s3:::{policy.Text("bucket")}/raw/x", _tls));
    }

    [Fact]
    public async Task Nobody_else_is_let_in_by_a_buckets_policy()
    {
        var graph = await LakeStack.OfAsync("prod");
        var allowing = graph.OfType("s3/bucketPolicy:BucketPolicy").SelectMany(policy => IamDocument.Parse(policy.Text("policy")!).Statements).Where(statement => statement.Allows);

        Assert.Equal(["logging.s3.amazonaws.com", "logdelivery.elasticloadbalancing.amazonaws.com"], allowing.SelectMany(statement => statement.Principals).Select(principal => principal.Name));
    }

    private static async Task<IamDecision> DecideAsync(string thing, string action, params (string, string)[] context)
    {
        var policy = (await LakeStack.OfAsync("prod")).Get("s3/bucketPolicy:BucketPolicy", $"lake-{thing}-policy");
        var request = new IamRequest(action, $"arn:aws:s3:::{policy.Text("bucket")}/x") { Principal = IamPrincipal.Aws($"arn:aws:iam::{CloudNames.Account}:role/anyone") };
        return IamDocument.Parse(policy.Text("policy")!).Decide(request.With(context));
    }

    private static async Task<bool> DeliversAsync(string source, string account)
    {
        var policy = (await LakeStack.OfAsync("prod")).Get("s3/bucketPolicy:BucketPolicy", "lake-logs-policy");
        return IamDocument.Parse(policy.Text("policy")!).Lets(
            IamPrincipal.Service("logging.s3.amazonaws.com"), "s3:PutObject", $"arn:aws:s3:::{policy.Text("bucket")}/raw/x", ("aws:SourceArn", source), ("aws:SourceAccount", account), _tls);
    }
}

using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;
using Recommender.Infra.Tests.Storage;

namespace Recommender.Infra.Tests.Networking;

public sealed class EndpointPoliciesTests
{
    private const string Stranger = "999999999999";

    private static readonly (string, string)[] _ours = [("aws:PrincipalAccount", CloudNames.Account), ("aws:ResourceAccount", CloudNames.Account)];

    [Theory]
    [InlineData("athena", "athena:StartQueryExecution")]
    [InlineData("glue", "glue:UpdateTable")]
    [InlineData("secretsmanager", "secretsmanager:GetSecretValue")]
    public async Task Interface_endpoints_let_this_account_through_and_nobody_else(string service, string action)
    {
        var policy = await PolicyAsync(service);

        Assert.True(policy.Lets(Us, action, "arn:aws:x:eu-west-1:123456789012:y", _ours));
        Assert.False(policy.Lets(Us, action, "arn:aws:x:eu-west-1:999999999999:y", ("aws:PrincipalAccount", CloudNames.Account), ("aws:ResourceAccount", Stranger)));
        Assert.False(policy.Lets(Them, action, "arn:aws:x:eu-west-1:123456789012:y", ("aws:PrincipalAccount", Stranger), ("aws:ResourceAccount", CloudNames.Account)));
        Assert.False(policy.Lets(Us, "iam:CreateUser", "*", _ours));
    }

    [Fact]
    public async Task A_call_about_no_resource_needs_no_account_of_one() =>
        Assert.True((await PolicyAsync("ecr.api")).Lets(Us, "ecr:GetAuthorizationToken", "*", ("aws:PrincipalAccount", CloudNames.Account)));

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::recommender-prod-raw-123456789012/x", true)]
    [InlineData("s3:ListBucket", "arn:aws:s3:::recommender-prod-clean-123456789012", true)]
    [InlineData("s3:PutObject", "arn:aws:s3:::recommender-uat-raw-123456789012/x", false)]
    [InlineData("s3:PutObject", "arn:aws:s3:::somebody-else/x", false)]
    [InlineData("s3:PutBucketPolicy", "arn:aws:s3:::recommender-prod-raw-123456789012", false)]
    public async Task The_gateway_leads_to_the_stacks_buckets_only(string action, string resource, bool allowed) =>
        Assert.Equal(allowed, (await PolicyAsync("s3")).Lets(Us, action, resource, _ours));

    [Fact]
    public async Task Layers_of_images_come_through_the_gateway_and_nothing_goes_there()
    {
        var policy = await PolicyAsync("s3");
        const string Layer = "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/0123";

        Assert.True(policy.Lets(Them, "s3:GetObject", Layer, ("aws:PrincipalAccount", Stranger)));
        Assert.False(policy.Lets(Us, "s3:PutObject", Layer, _ours));
    }

    private static IamPrincipal Us => IamPrincipal.Aws($"arn:aws:iam::{CloudNames.Account}:role/anyone");

    private static IamPrincipal Them => IamPrincipal.Aws($"arn:aws:iam::{Stranger}:role/anyone");

    private static async Task<IamDocument> PolicyAsync(string service)
    {
        var graph = await LakeStack.OfAsync("prod");
        return IamDocument.Parse(graph.OfType("ec2/vpcEndpoint:VpcEndpoint").Single(endpoint => endpoint.Text("serviceName") == $"com.amazonaws.eu-west-1.{service}").Text("policy")!);
    }
}

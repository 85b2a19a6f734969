using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;
using Recommender.Infra.Tests.Storage;
using static Recommender.Infra.Tests.Harness.CloudNames;

namespace Recommender.Infra.Tests.Querying;

public sealed class AnalystPoliciesTests
{
    [Theory]
    [InlineData("athena:StartQueryExecution")]
    [InlineData("athena:StopQueryExecution")]
    [InlineData("athena:GetQueryExecution")]
    [InlineData("athena:GetQueryResults")]
    [InlineData("athena:GetNamedQuery")]
    public async Task Analysts_query_in_their_own_workgroup_only(string action)
    {
        var analyst = await AnalystAsync();

        Assert.True(analyst.May(action, Arn("athena", "workgroup/recommender-prod-analysts")));
        Assert.All(["recommender-prod-jobs", "recommender-prod-dashboards", "recommender-uat-analysts", "primary"], other => Assert.False(analyst.May(action, Arn("athena", $"workgroup/{other}"))));
    }

    [Theory]
    [InlineData("athena:UpdateWorkGroup")]
    [InlineData("athena:DeleteWorkGroup")]
    [InlineData("athena:CreateNamedQuery")]
    [InlineData("athena:DeleteNamedQuery")]
    [InlineData("athena:TagResource")]
    public async Task Analysts_change_no_workgroup(string action) => Assert.False((await AnalystAsync()).May(action, Arn("athena", "workgroup/recommender-prod-analysts")));

    [Theory]
    [InlineData("curated", true)]
    [InlineData("published", true)]
    [InlineData("raw", false)]
    [InlineData("clean", false)]
    [InlineData("ml", false)]
    public async Task Analysts_read_the_curated_and_the_published_zone(string zone, bool may)
    {
        var analyst = await AnalystAsync();
        var bucket = $"arn:aws:s3:::recommender-prod-{zone}-{Account}";

        Assert.All(["glue:GetTable", "glue:GetTables", "glue:GetPartitions"], action => Assert.Equal(may, analyst.May(action, Arn("glue", $"table/recommender_prod_{zone}/x"))));
        Assert.All(["glue:GetDatabase", "glue:GetTables"], action => Assert.Equal(may, analyst.May(action, Arn("glue", $"database/recommender_prod_{zone}"))));
        Assert.Equal(may, analyst.May("s3:GetObject", $"{bucket}/x/data/part-0.parquet"));
        Assert.Equal(may, analyst.May("s3:ListBucket", bucket, ("s3:prefix", "x/")));
    }

    [Theory]
    [InlineData("curated")]
    [InlineData("published")]
    [InlineData("raw")]
    [InlineData("clean")]
    [InlineData("ml")]
    public async Task Analysts_change_no_zone(string zone)
    {
        var analyst = await AnalystAsync();

        Assert.All(["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"], action => Assert.False(analyst.May(action, $"arn:aws:s3:::recommender-prod-{zone}-{Account}/x")));
        Assert.All(["glue:UpdateTable", "glue:DeleteTable", "glue:CreateTable"], action => Assert.False(analyst.May(action, Arn("glue", $"table/recommender_prod_{zone}/x"))));
    }

    [Fact]
    public async Task Analysts_keep_results_under_their_own_prefix_only()
    {
        var analyst = await AnalystAsync();
        var results = $"arn:aws:s3:::recommender-prod-results-{Account}";

        Assert.True(analyst.May("s3:PutObject", $"{results}/analysts/1.csv"));
        Assert.True(analyst.May("s3:GetObject", $"{results}/analysts/1.csv"));
        Assert.True(analyst.May("s3:ListBucket", results, ("s3:prefix", "analysts/")));
        Assert.False(analyst.May("s3:ListBucket", results));
        Assert.All(["jobs", "dashboards"], other =>
        {
            Assert.False(analyst.May("s3:PutObject", $"{results}/{other}/1.csv"));
            Assert.False(analyst.May("s3:GetObject", $"{results}/{other}/1.csv"));
            Assert.False(analyst.May("s3:ListBucket", results, ("s3:prefix", $"{other}/")));
        });
        Assert.False(analyst.May("s3:DeleteObject", $"{results}/analysts/1.csv"));
    }

    [Fact]
    public async Task Analysts_use_the_key_through_S3_only()
    {
        var graph = await LakeStack.OfAsync("prod");
        var key = (string)graph.Outputs["key"]!;
        var analyst = await AnalystAsync();

        Assert.True(analyst.May("kms:Decrypt", key, ("kms:ViaService", "s3.eu-west-1.amazonaws.com")));
        Assert.False(analyst.May("kms:Decrypt", key, ("kms:ViaService", "secretsmanager.eu-west-1.amazonaws.com")));
        Assert.False(analyst.May("kms:Decrypt", key));
        Assert.False(analyst.May("kms:Decrypt", Arn("kms", "key/another"), ("kms:ViaService", "s3.eu-west-1.amazonaws.com")));
    }

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::recommender-uat-curated-123456789012/x")]
    [InlineData("s3:GetObject", "arn:aws:s3:::recommender-prod-logs-123456789012/x")]
    [InlineData("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x")]
    [InlineData("iam:PassRole", "arn:aws:iam::123456789012:role/recommender-prod-jobs")]
    [InlineData("sts:AssumeRole", "arn:aws:iam::123456789012:role/recommender-prod-jobs")]
    [InlineData("states:StartExecution", "arn:aws:states:eu-west-1:123456789012:stateMachine:recommender-prod-pipeline")]
    [InlineData("glue:GetTable", "arn:aws:glue:eu-west-1:123456789012:table/default/x")]
    public async Task Analysts_may_do_nothing_else(string action, string resource) => Assert.False((await AnalystAsync()).May(action, resource));

    [Fact]
    public async Task Only_tagged_users_of_this_account_with_a_second_factor_become_analysts()
    {
        (string, string)[] good = [("aws:MultiFactorAuthPresent", "true"), ("aws:PrincipalTag/recommender-analyst", "prod")];

        Assert.True(await AssumesAsync(Account, good));
        Assert.False(await AssumesAsync("999999999999", good));
        Assert.False(await AssumesAsync(Account, good[0]));
        Assert.False(await AssumesAsync(Account, good[1]));
        Assert.False(await AssumesAsync(Account, ("aws:MultiFactorAuthPresent", "false"), good[1]));
        Assert.False(await AssumesAsync(Account, good[0], ("aws:PrincipalTag/recommender-analyst", "uat")));
    }

    private static async Task<IamRole> AnalystAsync() => IamRole.Of(await LakeStack.OfAsync("prod"), "query-analyst");

    private static async Task<bool> AssumesAsync(string account, params (string, string)[] context)
    {
        var analyst = await AnalystAsync();
        return analyst.Trust.Lets(IamPrincipal.Aws($"arn:aws:iam::{account}:user/ann"), "sts:AssumeRole", analyst.Resource.Arn, context);
    }
}

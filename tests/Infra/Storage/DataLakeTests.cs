using Recommender.Infra.Tests.Harness;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Tests.Storage;

public sealed class DataLakeTests
{
    private const string Bucket = "s3/bucket:Bucket";
    private const string Lifecycle = "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

    private static readonly string[] _things = [.. ZoneNames.All, "results", "logs"];

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task Each_zone_has_a_bucket_and_so_have_results_and_logs(string stack)
    {
        var graph = await LakeStack.OfAsync(stack);

        Assert.Equal(
            _things.Select(thing => $"recommender-{stack}-{thing}-123456789012").Order(StringComparer.Ordinal),
            graph.OfType(Bucket).Select(bucket => bucket.Text("bucket")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("uat", false)]
    [InlineData("prod", true)]
    public async Task Production_keeps_its_buckets_and_its_key(string stack, bool kept)
    {
        var graph = await LakeStack.OfAsync(stack);
        var stateful = graph.OfType(Bucket).Append(graph.Only("kms/key:Key")).Append(graph.Only("kms/alias:Alias")).ToList();

        Assert.All(stateful, resource => Assert.Equal((kept, kept), (resource.Options.Protect, resource.Options.RetainOnDelete)));
        Assert.All(graph.OfType(Bucket), bucket => Assert.Equal(!kept, bucket.Flag("forceDestroy")));
    }

    [Fact]
    public async Task Whatever_holds_data_is_encrypted_with_the_key_and_logs_access_to_the_one_bucket_that_is_not()
    {
        var graph = await LakeStack.OfAsync("prod");
        var logs = graph.Get(Bucket, "lake-logs-bucket");
        foreach (var bucket in graph.OfType(Bucket))
        {
            var encryption = graph.Referring("s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "bucket", bucket).Single();
            var logging = graph.Referring("s3/bucketLogging:BucketLogging", "bucket", bucket).SingleOrDefault();
            const string Default = "rules[0].applyServerSideEncryptionByDefault";
            if (bucket == logs)
            {
                Assert.Equal("AES256", encryption.Text($"{Default}.sseAlgorithm"));
                Assert.Null(logging);
                continue;
            }

            Assert.Equal(("aws:kms", graph.Outputs["key"]), (encryption.Text($"{Default}.sseAlgorithm"), encryption.Text($"{Default}.kmsMasterKeyId")));
            Assert.True(encryption.Flag("rules[0].bucketKeyEnabled"));
            Assert.Equal((logs.Id, $"{bucket.Name["lake-".Length..^"-bucket".Length]}/"), (logging?.Text("targetBucket"), logging?.Text("targetPrefix")));
        }
    }

    [Fact]
    public async Task Every_bucket_is_private_versioned_and_its_owners()
    {
        var graph = await LakeStack.OfAsync("uat");
        Assert.All(graph.OfType(Bucket), bucket =>
        {
            var block = graph.Referring("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "bucket", bucket).Single();
            Assert.All(new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" }, flag => Assert.True(block.Flag(flag)));
            Assert.Equal("Enabled", graph.Referring("s3/bucketVersioning:BucketVersioning", "bucket", bucket).Single().Text("versioningConfiguration.status"));
            Assert.Equal("BucketOwnerEnforced", graph.Referring("s3/bucketOwnershipControls:BucketOwnershipControls", "bucket", bucket).Single().Text("rule.objectOwnership"));
        });
    }

    [Theory]
    [InlineData("uat", 7, 1)]
    [InlineData("prod", 30, 3)]
    public async Task Old_versions_and_incomplete_uploads_go_everywhere(string stack, double versions, double uploads)
    {
        var graph = await LakeStack.OfAsync(stack);

        Assert.Equal(_things.Length, graph.OfType(Lifecycle).Count());
        Assert.All(graph.OfType(Lifecycle), lifecycle =>
        {
            Assert.Equal(versions, GraphValue.At(Rule(lifecycle, "expire-old-versions"), "noncurrentVersionExpiration.noncurrentDays"));
            Assert.Equal(uploads, GraphValue.At(Rule(lifecycle, "abort-uploads"), "abortIncompleteMultipartUpload.daysAfterInitiation"));
            Assert.All(lifecycle.List("rules"), rule => Assert.Equal(("Enabled", ""), (GraphValue.At(rule, "status"), GraphValue.At(rule, "filter.prefix"))));
        });
    }

    [Theory]
    [InlineData("uat", 3, 30)]
    [InlineData("prod", 14, 365)]
    public async Task Only_results_and_access_logs_expire(string stack, double results, double logs)
    {
        var graph = await LakeStack.OfAsync(stack);
        var expiring = graph.OfType(Lifecycle)
            .SelectMany(lifecycle => lifecycle.List("rules").Select(rule => (lifecycle.Name, Days: GraphValue.At(rule, "expiration.days"))))
            .Where(rule => rule.Days is not null)
            .ToDictionary(rule => rule.Name, rule => rule.Days);

        Assert.Equal(new Dictionary<string, object?> { ["lake-logs-lifecycle"] = logs, ["lake-results-lifecycle"] = results }, expiring);
    }

    [Fact]
    public async Task What_arrived_moves_to_Glacier_where_queries_can_still_read_it()
    {
        var transitions = (await LakeStack.OfAsync("prod")).OfType(Lifecycle)
            .SelectMany(lifecycle => lifecycle.List("rules").SelectMany(rule => GraphValue.List(GraphValue.At(rule, "transitions"))).Select(transition => (lifecycle.Name, transition)));

        var (name, only) = Assert.Single(transitions);
        Assert.Equal(("lake-raw-lifecycle", 180.0, "GLACIER_IR"), (name, GraphValue.At(only, "days"), GraphValue.At(only, "storageClass")));
    }

    [Fact]
    public async Task Nothing_moves_to_Glacier_where_the_setting_is_0() =>
        Assert.All((await LakeStack.OfAsync("uat")).OfType(Lifecycle), lifecycle => Assert.DoesNotContain(lifecycle.List("rules"), rule => GraphValue.List(GraphValue.At(rule, "transitions")).Length > 0));

    [Fact]
    public async Task Policies_wait_for_the_public_access_block_and_lifecycles_for_versioning()
    {
        var graph = await LakeStack.OfAsync("uat");

        Assert.All(graph.OfType("s3/bucketPolicy:BucketPolicy"), policy => Assert.Equal([policy.Name.Replace("-policy", "-public-access-block", StringComparison.Ordinal)], policy.Options.DependsOn));
        Assert.All(graph.OfType(Lifecycle), lifecycle => Assert.Equal([lifecycle.Name.Replace("-lifecycle", "-versioning", StringComparison.Ordinal)], lifecycle.Options.DependsOn));
    }

    private static object Rule(GraphResource lifecycle, string id) => lifecycle.List("rules").Single(rule => GraphValue.At(rule, "id") is string name && name == id);
}

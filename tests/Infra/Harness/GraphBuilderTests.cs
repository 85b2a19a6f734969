using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Settings;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Tests.Harness;

public sealed class GraphBuilderTests
{
    private static readonly StackVariant _prod = StackVariant.Committed("prod");

    [Fact]
    public async Task Options_are_those_given_to_the_resource_itself()
    {
        var graph = await Small("prod");
        var bucket = graph.Get("s3/bucket:Bucket", "small-raw");
        Assert.True(bucket.Options.Protect);
        Assert.True(bucket.Options.RetainOnDelete);
        Assert.Equal("small", bucket.Options.Parent);
        Assert.Equal("recommender:infra:Small", bucket.Options.ParentType);
        var versioning = graph.Get("s3/bucketVersioning:BucketVersioning", "small-versioning");
        Assert.Null(versioning.Options.Protect);
        Assert.Equal(["small-raw"], versioning.Options.DependsOn);
        Assert.Equal(["expectedBucketOwner"], versioning.Options.IgnoreChanges);
        Assert.False((await Small("uat")).Get("s3/bucket:Bucket", "small-raw").Options.Protect);
    }

    [Fact]
    public async Task Inputs_hold_names_ids_and_arns_of_other_resources()
    {
        var graph = await Small("prod");
        Assert.Equal("recommender-prod-raw-123456789012", graph.Get("s3/bucket:Bucket", "small-raw").Id);
        Assert.Equal("recommender-prod-raw-123456789012", graph.Get("s3/bucketVersioning:BucketVersioning", "small-versioning").Text("bucket"));
        Assert.Equal("Enabled", graph.Get("s3/bucketVersioning:BucketVersioning", "small-versioning").Text("versioningConfiguration.status"));
        Assert.Equal("arn:aws:s3:::recommender-prod-raw-123456789012", graph.Outputs["bucketArn"]);
        Assert.Equal("eu-west-1", graph.Outputs["region"]);
    }

    [Fact]
    public async Task Components_are_in_the_graph_with_their_children()
    {
        var graph = await Small("uat");
        var component = graph.Get("recommender:infra:Small", "small");
        Assert.True(component.Options.IsComponent);
        Assert.Null(graph.Parent(component));
        Assert.Equal(["small-raw", "small-versioning"], graph.Children(component).Select(child => child.Name).Order());
        Assert.Same(component, graph.Parent(graph.Get("s3/bucket:Bucket", "small-raw")));
    }

    [Fact]
    public async Task Tags_come_from_the_options_of_the_program_and_taggability_from_the_type()
    {
        var graph = await Small("uat");
        var bucket = graph.Get("s3/bucket:Bucket", "small-raw");
        Assert.True(bucket.Options.Taggable);
        Assert.Equal("uat", bucket.Text("tags.stack"));
        Assert.False(graph.Get("s3/bucketVersioning:BucketVersioning", "small-versioning").Options.Taggable);
    }

    [Fact]
    public async Task Two_resources_of_one_name_are_refused()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => GraphBuilder.BuildAsync(_prod, () =>
        {
            _ = new Aws.Kms.Key("key");
            _ = new Aws.Kms.Key("key");
            return new Dictionary<string, object?>();
        }));
        Assert.Contains("aws:kms/key:Key key", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_stays_unknown_is_refused()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => GraphBuilder.BuildAsync(_prod, () =>
        {
            // No mock answers with a network's IPv6 association.
            var network = new Aws.Ec2.Vpc("network", new() { CidrBlock = "10.0.0.0/16" });
            _ = new Aws.Kms.Key("key", new() { Description = network.Ipv6AssociationId });
            return new Dictionary<string, object?>();
        }));
        Assert.Contains("aws:kms/key:Key key: unknown or null: description", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lookup_that_the_tests_cannot_answer_is_refused()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => GraphBuilder.BuildAsync(_prod, () =>
        {
            _ = new Aws.Kms.Key("key", new() { Description = Strange() });
            return new Dictionary<string, object?>();
        }));
        Assert.Contains("the tests have no answer to aws:x/getStrange:getStrange", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_of_the_wrong_kind_fails_the_run()
    {
        var wrong = _prod with { Changes = [.. _prod.Changes, ("network.zones", "many")] };
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => GraphBuilder.BuildAsync(wrong));
        Assert.Contains("network.zones: must be a whole number", fault.ToString(), StringComparison.Ordinal);
    }

    private static Output<string> Strange() => Deployment.Instance.Invoke<Aws.GetRegionResult>("aws:x/getStrange:getStrange", new Aws.GetRegionInvokeArgs()).Apply(result => result.Region);

    private static Task<StackGraph> Small(string stack) => GraphBuilder.BuildAsync(StackVariant.Committed(stack), () =>
    {
        var small = new SmallComponent("small", new() { Context = StackContext.Current() });
        return new Dictionary<string, object?> { ["bucketArn"] = small.BucketArn, ["region"] = StackContext.Current().Region };
    });

    private sealed class SmallArgs : PlatformArgs;

    private sealed class SmallComponent : PlatformComponent
    {
        public SmallComponent(string name, SmallArgs args)
            : base("Small", name, args, null)
        {
            var bucket = new Aws.S3.Bucket(Child("raw"), new() { BucketName = Output.Format($"{Context.Name("raw")}-{Context.AccountId}") }, Stateful());
            var owned = Owned(bucket);
            owned.IgnoreChanges.Add("expectedBucketOwner");
            _ = new Aws.S3.BucketVersioning(Child("versioning"), new() { Bucket = bucket.Id, VersioningConfiguration = new Aws.S3.Inputs.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" } }, owned);
            BucketArn = bucket.Arn;
            RegisterOutputs();
        }

        public Output<string> BucketArn { get; }
    }
}

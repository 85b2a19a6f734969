using Pulumi;
using Recommender.Infra.Tests.Harness;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Tests.Components;

public sealed class TaggingTests
{
    [Fact]
    public async Task What_takes_tags_gets_those_of_the_stack()
    {
        var key = (await Graph("prod")).Get("kms/key:Key", "key");
        Assert.Equal("recommender", key.Text("tags.project"));
        Assert.Equal("prod", key.Text("tags.stack"));
        Assert.Equal("data-platform", key.Text("tags.owner"));
        Assert.Equal("retail-data", key.Text("tags.cost-centre"));
    }

    [Fact]
    public async Task Tags_of_the_resource_itself_stay_and_win()
    {
        var group = (await Graph("uat")).Get("ec2/securityGroup:SecurityGroup", "group");
        Assert.Equal("recommender-uat-jobs", group.Text("tags.Name"));
        Assert.Equal("somebody-else", group.Text("tags.owner"));
        Assert.Equal("uat", group.Text("tags.stack"));
    }

    [Fact]
    public async Task What_takes_no_tags_gets_none() =>
        Assert.Null((await Graph("uat")).Get("kms/alias:Alias", "alias").At("tags"));

    private static Task<StackGraph> Graph(string stack) => GraphBuilder.BuildAsync(StackVariant.Committed(stack), () =>
    {
        var key = new Aws.Kms.Key("key");
        _ = new Aws.Kms.Alias("alias", new() { TargetKeyId = key.KeyId });
        _ = new Aws.Ec2.SecurityGroup("group", new() { Tags = { ["Name"] = $"recommender-{Deployment.Instance.StackName}-jobs", ["owner"] = "somebody-else" } });
        return new Dictionary<string, object?>();
    });
}

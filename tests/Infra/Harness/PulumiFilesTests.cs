namespace Recommender.Infra.Tests.Harness;

public sealed class PulumiFilesTests
{
    [Fact]
    public void Numbers_and_truths_are_JSON_numbers_and_truths()
    {
        var settings = PulumiFiles.Settings("prod");
        Assert.Equal("true", settings["production"]!.ToJsonString());
        Assert.Equal("3", settings["network"]!["zones"]!.ToJsonString());
        Assert.Equal("\"10.30.0.0/16\"", settings["network"]!["cidr"]!.ToJsonString());
        Assert.Equal("\"cron(0 4 * * ? *)\"", settings["pipeline"]!["schedule"]!.ToJsonString());
    }

    [Fact]
    public void The_project_gives_the_region()
    {
        Assert.Equal("eu-west-1", PulumiFiles.ProjectDefaults()["aws:region"]);
        Assert.Equal("recommender", PulumiFiles.ProjectName());
    }
}

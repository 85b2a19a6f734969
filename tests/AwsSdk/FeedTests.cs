using System.Xml.Linq;
using Recommender.Tests;

namespace Recommender.AwsSdk.Tests;

/// <summary>A package that something stands in for is named in four files; one that was forgotten would be missed on a restricted feed only.</summary>
public sealed class FeedTests
{
    [Fact]
    public void Every_stand_in_is_switched_probed_and_pinned()
    {
        var standIns = Directory.EnumerateFiles(Repository.PathTo("offline", "AwsSdk"), "AWSSDK.*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order().ToList();
        var targets = File.ReadAllText(Repository.PathTo("offline", "Feed.targets"));

        Assert.Equal(5, standIns.Count);
        Assert.Equal(standIns, Included("offline/probe/Probe.csproj", "PackageReference"));
        Assert.Empty(standIns.Except(Included("Directory.Packages.props", "PackageVersion")));
        Assert.All(standIns, name =>
        {
            var asked = $"@(PackageReference->WithMetadataValue('Identity', '{name}'))";
            Assert.Contains($"<Replaced Include=\"{asked}\" With=\"AwsSdk/{name!["AWSSDK.".Length..]}/{name}.csproj\" />", targets, StringComparison.Ordinal);
            Assert.Contains($"<Assumed Include=\"{asked}\" />", targets, StringComparison.Ordinal);
        });
    }

    private static List<string?> Included(string file, string element) =>
        [.. XDocument.Load(Repository.PathTo(file)).Descendants(element).Select(item => (string?)item.Attribute("Include")).Where(name => name!.StartsWith("AWSSDK.", StringComparison.Ordinal)).Order()];
}

using Pulumi;
using Xunit;

namespace Recommender.Infra.Tests.Sdk;

public class AliasTests
{
    private const string FormerUrn = "urn:pulumi:stack::project::test:index:Old::w";

    [Fact]
    public async Task Former_names_and_urns_are_accepted()
    {
        var mocks = new RecordingMocks();

        await Mocked.DeployAsync(
            () =>
            {
                var box = new Box(
                    "box",
                    new BoxArgs { Label = "x" },
                    new ComponentResourceOptions { Aliases = { new Alias { Name = "crate" }, new Alias { NoParent = true } } });
                _ = new Widget("box-w", null, new CustomResourceOptions
                {
                    Parent = box,
                    Aliases =
                    {
                        new Alias { Urn = FormerUrn },
                        new Alias { Type = "test:index:Old", Project = "p", Stack = "s" },
                        new Alias { ParentUrn = FormerUrn },
                        Output.Create(new Alias { Name = Output.Create("w") }),
                    },
                });
            },
            mocks);

        Assert.Equal(["box", "box-w", "box-widget"], mocks.Resources.Select(resource => resource.Name!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("name", "Alias should not specify both Urn and Name")]
    [InlineData("noparent", "Alias should not specify both Urn and NoParent")]
    [InlineData("parents", "Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias")]
    public async Task A_contradiction_fails_the_run(string kind, string expected)
    {
        var alias = kind switch
        {
            "name" => new Alias { Urn = FormerUrn, Name = "w" },
            "noparent" => new Alias { Urn = FormerUrn, NoParent = true },
            _ => new Alias { ParentUrn = FormerUrn, NoParent = true },
        };

        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => Mocked.DeployAsync(() => _ = new Widget("w", null, new CustomResourceOptions { Aliases = { alias } })));

        Assert.Contains(expected, exception.ToString(), StringComparison.Ordinal);
    }
}

using Pulumi;
using Xunit;

namespace Recommender.Infra.Tests.Sdk;

public class ProviderTests
{
    private static readonly string FirstReference =
        "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::first::first-id";

    [Fact]
    public async Task A_resource_uses_its_own_provider()
    {
        var mocks = new RecordingMocks();

        await Mocked.DeployAsync(
            () => _ = new Widget("w", null, new CustomResourceOptions { Provider = new TestProvider("first") }), mocks);

        Assert.Equal(FirstReference, mocks["w"].Provider);
        Assert.Equal("", mocks["first"].Provider);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Children_inherit_the_components_providers(bool single)
    {
        var mocks = new RecordingMocks();

        await Mocked.DeployAsync(
            () =>
            {
                var provider = new TestProvider("first");
                var options = single
                    ? new ComponentResourceOptions { Provider = provider }
                    : new ComponentResourceOptions { Providers = { provider, new TestProvider("other", "other") } };
                _ = new Box("box", new BoxArgs { Label = "x" }, options);
            },
            mocks);

        Assert.Equal(FirstReference, mocks["box-widget"].Provider);
    }

    [Fact]
    public async Task Children_of_a_resource_inherit_its_provider()
    {
        var mocks = new RecordingMocks();

        await Mocked.DeployAsync(
            () =>
            {
                var parent = new Widget("parent", null, new CustomResourceOptions { Provider = new TestProvider("first") });
                _ = new Widget("child", null, new CustomResourceOptions { Parent = parent });
                _ = new CustomResource("other:index:Thing", "stranger", ResourceArgs.Empty, new CustomResourceOptions { Parent = parent });
            },
            mocks);

        Assert.Equal(FirstReference, mocks["child"].Provider);
        Assert.Equal("", mocks["stranger"].Provider);
    }

    [Fact]
    public async Task A_provider_and_providers_together_are_refused()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Mocked.DeployAsync(() =>
        {
            var provider = new TestProvider("first");
            _ = new Box(
                "box", new BoxArgs { Label = "x" }, new ComponentResourceOptions { Provider = provider, Providers = { provider } });
        }));

        Assert.Contains(
            "Do not supply both 'provider' and 'providers' options to a ComponentResource.", exception.Message, StringComparison.Ordinal);
    }
}

using System.Collections.Immutable;
using Pulumi;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>Resources that exist already.</summary>
public class ReadingTests
{
    [Fact]
    public async Task A_resource_is_read_by_its_id()
    {
        var mocks = new RecordingMocks { Id = _ => "other" };

        var resources = await Mocked.DeployAsync(
            () => _ = new Widget("w", new WidgetArgs { Label = "tea" }, new CustomResourceOptions { Id = "i-1" }), mocks);

        Assert.Equal("i-1", mocks["w"].Id);
        Assert.Equal("i-1", await GetValueAsync(resources.OfType<Widget>().Single().Id));
        Assert.Equal("tea", await GetValueAsync(resources.OfType<Widget>().Single().Label));
    }

    [Fact]
    public async Task A_component_cannot_be_read_by_an_id()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Mocked.DeployAsync(
            () => _ = new Box("box", new BoxArgs { Label = "x" }, new ComponentResourceOptions { Id = "i-1" })));

        Assert.Contains("ResourceOptions.Id is only valid for a CustomResource", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_resource_tells_its_id_and_keeps_it_where_the_mock_has_none()
    {
        var mocks = new RecordingMocks { Id = _ => null };

        var resources = await Mocked.DeployAsync(() => _ = new Widget("w", null, new CustomResourceOptions { ImportId = "i-2" }), mocks);

        Assert.Equal("i-2", mocks["w"].Id);
        Assert.Equal("i-2", await GetValueAsync(resources.OfType<Widget>().Single().Id));
    }

    [Fact]
    public async Task A_registered_resource_is_found_by_its_urn()
    {
        await Mocked.DeployAsync(async () =>
        {
            var widget = new Widget("w", new WidgetArgs { Label = "tea" });
            var urn = await GetValueAsync(widget.Urn);
            var found = new Widget("w", null, new CustomResourceOptions { Urn = urn });
            Assert.Equal("tea", await GetValueAsync(found.Label));
            Assert.Equal("w-id", await GetValueAsync(found.Id));
        });
    }

    [Fact]
    public async Task An_unregistered_urn_fails_the_run()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Mocked.DeployAsync(
            () => _ = new Widget("w", null, new CustomResourceOptions { Urn = "urn:pulumi:stack::project::test:index/widget:Widget::w" })));

        Assert.Contains("Unknown resource urn:pulumi:stack::project::test:index/widget:Widget::w", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remote_component_gets_its_outputs_from_the_provider()
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object> { ["label"] = "made", ["ids"] = new[] { "a" } } };

        var resources = await Mocked.DeployAsync(() => _ = new RemoteBox("remote"), mocks);

        var box = resources.OfType<RemoteBox>().Single();
        Assert.Equal("made", await GetValueAsync(box.Label));
        Assert.Equal(["a"], await GetValueAsync(box.Ids));
        Assert.Same(box, Assert.Single(await GetDependenciesAsync(box.Label)));
    }

    [Fact]
    public async Task Another_stacks_outputs_are_read()
    {
        var mocks = new RecordingMocks
        {
            State = args => new Dictionary<string, object>
            {
                ["outputs"] = new Dictionary<string, object> { ["bucket"] = "b", ["password"] = "p" },
                ["secretOutputNames"] = new[] { "password" },
            },
        };

        await Mocked.DeployAsync(
            async () =>
            {
                var stack = new StackReference("acme/shop/uat");
                Assert.Equal("acme/shop/uat", await GetValueAsync(stack.Name));
                Assert.Equal("b", await GetValueAsync(stack.RequireOutput("bucket")));
                Assert.Equal("b", await stack.GetValueAsync("bucket"));
                Assert.False(await Output.IsSecretAsync(stack.GetOutput("bucket")));
                Assert.True(await Output.IsSecretAsync(stack.GetOutput("password")));
                Assert.Null(await GetValueAsync(stack.GetOutput("none")));
                Assert.Equal("p", (await stack.GetOutputDetailsAsync("password")).SecretValue);
                await Assert.ThrowsAsync<InvalidOperationException>(() => stack.RequireValueAsync("password"));
            },
            mocks);

        Assert.Equal("pulumi:pulumi:StackReference", mocks["acme/shop/uat"].Type);
        Assert.Equal("acme/shop/uat", mocks["acme/shop/uat"].Id);
    }

    private sealed class RemoteBox(string name) : ComponentResource("test:index:RemoteBox", name, ResourceArgs.Empty, null, remote: true)
    {
        [Output("label")]
        public Output<string> Label { get; private set; } = null!;

        [Output("ids")]
        public Output<ImmutableArray<string>> Ids { get; private set; } = null!;
    }
}

using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

public class MockedRunTests
{
    private sealed class BoxStack : Stack
    {
        public BoxStack()
        {
            var box = new Box("box", new BoxArgs { Label = "tea" });
            Label = box.Label;
        }

        [Output]
        public Output<string> Label { get; private set; }
    }

    [Fact]
    public async Task A_stack_returns_itself_its_components_and_their_resources()
    {
        var mocks = new RecordingMocks();

        var resources = await Deployment.TestAsync<BoxStack>(mocks);

        Assert.Equal(["project-stack", "box", "box-widget"], resources.Select(resource => resource.GetResourceName()));
        var widget = Assert.Single(resources.OfType<Widget>());
        Assert.Equal("box-widget-id", await GetValueAsync(widget.Id));
        Assert.Equal("tea", await GetValueAsync(Assert.IsType<BoxStack>(resources[0]).Label));
        Assert.Equal("tea", mocks["box"].Inputs["label"]);
        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Box::box",
            await GetValueAsync(resources.OfType<Box>().Single().Urn));
    }

    [Fact]
    public async Task A_function_returns_its_resources_and_outputs_without_the_stack()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new RecordingMocks(),
            new TestOptions { IsPreview = false },
            () => new Dictionary<string, object?> { ["label"] = new Widget("w", new WidgetArgs { Label = "tea" }).Label });

        Assert.IsType<Widget>(Assert.Single(resources));
        Assert.Equal("tea", await GetValueAsync(Assert.IsType<Output<string>>(outputs["label"])));
    }
}

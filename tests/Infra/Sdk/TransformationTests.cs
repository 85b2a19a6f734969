using Pulumi;
using Xunit;

namespace Recommender.Infra.Tests.Sdk;

public class TransformationTests
{
    private static readonly List<string> Seen = [];

    [Fact]
    public async Task Own_transformations_run_before_the_parents_and_the_stacks()
    {
        Seen.Clear();

        await Deployment.TestAsync<WatchingStack>(new RecordingMocks());

        Assert.Equal(
            [
                "stack:project-stack", "outer:outer", "stack:outer", "inner:inner", "outer:inner", "stack:inner",
                "own:w", "inner:w", "outer:w", "stack:w",
            ],
            Seen);
    }

    [Fact]
    public async Task Arguments_and_options_can_be_changed()
    {
        var mocks = new RecordingMocks();
        var args = new WidgetArgs { Label = "a" };

        await Mocked.DeployAsync(
            () => _ = new Widget("w", args, new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    change => new ResourceTransformationResult(
                        new WidgetArgs { Label = ((WidgetArgs)change.Args).Label.Apply(label => label + "b") },
                        CustomResourceOptions.Merge(
                            (CustomResourceOptions)change.Options, new CustomResourceOptions { Provider = new TestProvider("p") })),
                    _ => null,
                },
            }),
            mocks);

        Assert.Equal("ab", mocks["w"].Inputs["label"]);
        Assert.EndsWith("::p-id", mocks["w"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parent_cannot_be_changed()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Mocked.DeployAsync(() =>
        {
            var parent = new Widget("parent");
            _ = new Widget("w", null, new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    change => new ResourceTransformationResult(change.Args, new CustomResourceOptions { Parent = parent }),
                },
            });
        }));

        Assert.Contains("Transformations cannot currently be used to change the 'parent' of a resource.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_inherited_is_not_seen_and_the_programs_options_stay_as_they_are()
    {
        var options = new CustomResourceOptions();
        bool? seen = true;

        await Mocked.DeployAsync(() =>
        {
            options.Parent = new Widget("parent", null, new CustomResourceOptions { Protect = true });
            options.ResourceTransformations.Add(change =>
            {
                seen = change.Options.Protect;
                return null;
            });
            _ = new Widget("w", null, options);
        });

        Assert.Null(seen);
        Assert.Null(options.Protect);
    }

    private static ResourceTransformation Watch(string who)
        => change =>
        {
            Seen.Add($"{who}:{change.Resource.GetResourceName()}");
            return null;
        };

    private sealed class Group(string name, ComponentResourceOptions options) : ComponentResource("test:index:Group", name, options);

    private sealed class WatchingStack : Stack
    {
        public WatchingStack()
            : base(new StackOptions { ResourceTransformations = { Watch("stack") } })
        {
            var outer = new Group("outer", new ComponentResourceOptions { ResourceTransformations = { Watch("outer") } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer, ResourceTransformations = { Watch("inner") } });
            _ = new Widget("w", null, new CustomResourceOptions { Parent = inner, ResourceTransformations = { Watch("own") } });
        }
    }
}

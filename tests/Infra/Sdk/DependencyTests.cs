using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace Recommender.Infra.Tests.Sdk;

public class DependencyTests
{
    [Fact]
    public async Task A_resource_is_registered_after_those_its_arguments_and_options_name()
    {
        var mocks = new SlowMocks("slow", waitsFor: "free");

        await Mocked.DeployAsync(
            () =>
            {
                var slow = new Widget("slow", new WidgetArgs { Label = "x" });
                var user = new Widget("user", new WidgetArgs { Label = slow.Label });
                _ = new Widget("follower", null, new CustomResourceOptions { DependsOn = { user } });
                _ = new Widget("free");
            },
            mocks);

        Assert.Equal(["free", "slow", "user", "follower"], mocks.Finished);
    }

    [Fact]
    public async Task What_is_computed_depends_on_the_outer_and_the_inner_output() => await Mocked.DeployAsync(async () =>
    {
        var (outer, inner) = (new Widget("outer", new WidgetArgs { Label = "x" }), new Widget("inner", new WidgetArgs { Label = "y" }));

        var applied = outer.Label.Apply(_ => inner.Label);

        var names = (await OutputUtilities.GetDependenciesAsync(applied)).Select(resource => resource.GetResourceName());
        Assert.Equal(["inner", "outer"], names.Order(StringComparer.Ordinal));
    });

    [Fact]
    public async Task Depending_on_a_component_is_depending_on_what_is_inside_it()
    {
        var mocks = new SlowMocks("box-widget");

        await Mocked.DeployAsync(
            () =>
            {
                var box = new Box("box", new BoxArgs { Label = "x" });
                _ = new Widget("follower", null, new CustomResourceOptions { DependsOn = { box } });
            },
            mocks);

        Assert.Equal(["box", "box-widget", "follower"], mocks.Finished);
    }

    [Fact]
    public async Task Children_wait_for_their_parents()
    {
        var mocks = new SlowMocks("parent");

        await Mocked.DeployAsync(
            () =>
            {
                var parent = new Widget("parent");
                _ = new Widget("child", null, new CustomResourceOptions { Parent = parent });
            },
            mocks);

        Assert.Equal(["parent", "child"], mocks.Finished);
    }

    [Fact]
    public async Task Components_register_their_outputs()
    {
        var mocks = new SlowMocks("none");

        await Mocked.DeployAsync(() => _ = new Box("box", new BoxArgs { Label = Output.CreateSecret("tea") }), mocks);

        var request = Assert.Single(mocks.Outputs, request => request.Urn.EndsWith("::box", StringComparison.Ordinal));
        Assert.Equal("tea", await Pulumi.Utilities.OutputUtilities.GetValueAsync(request.Outputs["label"]));
    }

    private sealed class SlowMocks(string slow, string? waitsFor = null) : IMocks
    {
        private readonly TaskCompletionSource _awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<string> _finished = new();
        private readonly ConcurrentQueue<MockRegisterResourceOutputsRequest> _outputs = new();

        public IEnumerable<string> Finished => _finished;

        public IEnumerable<MockRegisterResourceOutputsRequest> Outputs => _outputs;

        public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            if (args.Name == slow)
            {
                await (waitsFor is null ? Task.Delay(TimeSpan.FromMilliseconds(100)) : _awaited.Task);
            }

            _finished.Enqueue(args.Name!);
            if (args.Name == waitsFor)
            {
                _awaited.SetResult();
            }

            return (args.Name, args.Inputs);
        }

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();

        public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
        {
            _outputs.Enqueue(args);
            return Task.CompletedTask;
        }
    }
}

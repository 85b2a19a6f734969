using System.Collections.Immutable;
using Pulumi;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>Providers' functions and resources' methods.</summary>
public class FunctionTests
{
    private const string Token = "test:index/getSize:getSize";

    [Fact]
    public async Task A_result_is_built_from_what_the_mock_returns()
    {
        var mocks = new RecordingMocks { Result = _ => new Dictionary<string, object> { ["name"] = "lid", ["count"] = 2 } };

        await Mocked.DeployAsync(
            async () =>
            {
                var invoked = Deployment.Instance.Invoke<WidgetPart>(Token, new SizeArgs { Label = "tea" });
                Assert.Equal("lid", (await GetValueAsync(invoked)).Name);
                Assert.Equal(2, (await Deployment.Instance.InvokeAsync<WidgetPart>(Token, new SizeArgs { Label = "tea" })).Count);
            },
            mocks);

        Assert.All(mocks.Calls, call => Assert.Equal((Token, "tea", ""), (call.Token, call.Args["label"], call.Provider)));
    }

    [Fact]
    public async Task A_single_value_is_taken_out_of_the_result()
    {
        var mocks = new RecordingMocks { Result = _ => new Dictionary<string, object> { ["anything"] = 2 } };

        await Mocked.DeployAsync(
            async () =>
            {
                Assert.Equal(2, await GetValueAsync(Deployment.Instance.InvokeSingle<int>(Token, InvokeArgs.Empty)));
                Assert.Equal(2, await Deployment.Instance.InvokeSingleAsync<int>(Token, InvokeArgs.Empty));
            },
            mocks);
    }

    [Fact]
    public async Task An_unknown_argument_makes_the_result_unknown_without_a_call()
    {
        var mocks = new RecordingMocks();

        await Mocked.PreviewAsync(
            async () =>
            {
                var widget = new Widget("w");
                var invoked = Deployment.Instance.Invoke<WidgetPart>(Token, new SizeArgs { Label = widget.Label });
                Assert.False(await GetIsKnownAsync(invoked));
            },
            mocks);

        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task A_result_depends_on_what_its_arguments_come_from()
    {
        await Mocked.DeployAsync(async () =>
        {
            var (first, second) = (new Widget("first", new WidgetArgs { Label = "tea" }), new Widget("second"));
            var invoked = Deployment.Instance.Invoke<ImmutableDictionary<string, string>>(
                Token, new SizeArgs { Label = first.Label }, new InvokeOutputOptions { DependsOn = { second } });
            Assert.Equal("tea", (await GetValueAsync(invoked))["label"]);
            Assert.Equal(
                ["first", "second"],
                (await GetDependenciesAsync(invoked)).Select(resource => resource.GetResourceName()).Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task A_call_waits_for_resources_that_do_not_exist_yet()
    {
        var mocks = new RecordingMocks { Id = _ => null };

        await Mocked.PreviewAsync(
            async () =>
            {
                var invoked = Deployment.Instance.Invoke<WidgetPart>(
                    Token, new SizeArgs { Label = "x" }, new InvokeOutputOptions { DependsOn = { new Widget("w") } });
                Assert.False(await GetIsKnownAsync(invoked));
            },
            mocks);

        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task A_secret_in_the_result_makes_it_secret()
    {
        var mocks = new RecordingMocks { Result = _ => new Dictionary<string, object> { ["name"] = Output.CreateSecret("lid") } };

        await Mocked.DeployAsync(
            async () =>
            {
                var invoked = Deployment.Instance.Invoke<WidgetPart>(Token, InvokeArgs.Empty);
                Assert.True(await Output.IsSecretAsync(invoked));
                Assert.Equal("lid", (await GetValueAsync(invoked)).Name);
            },
            mocks);
    }

    [Fact]
    public async Task The_provider_is_the_given_one_or_the_parents()
    {
        var mocks = new RecordingMocks();

        await Mocked.DeployAsync(
            async () =>
            {
                var provider = new TestProvider("p");
                var parent = new Box("box", new BoxArgs { Label = "x" }, new ComponentResourceOptions { Provider = provider });
                await Deployment.Instance.InvokeAsync(Token, InvokeArgs.Empty, new InvokeOptions { Provider = provider });
                await Deployment.Instance.InvokeAsync(Token, InvokeArgs.Empty, new InvokeOptions { Parent = parent });
            },
            mocks);

        Assert.Equal(2, mocks.Calls.Count);
        Assert.All(mocks.Calls, call => Assert.EndsWith("::p::p-id", call.Provider, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_method_is_given_its_resource()
    {
        var mocks = new RecordingMocks { Result = _ => new Dictionary<string, object> { ["name"] = "lid" } };

        await Mocked.DeployAsync(
            async () =>
            {
                var widget = new Widget("w");
                var called = Deployment.Instance.Call<WidgetPart>("test:index:Widget/part", CallArgs.Empty, widget);
                Assert.Equal("lid", (await GetValueAsync(called)).Name);
            },
            mocks);

        Assert.Equal("w", Assert.IsAssignableFrom<Resource>(Assert.Single(mocks.Calls).Args["__self__"]).GetResourceName());
    }

    [Fact]
    public async Task Dictionaries_are_arguments_too()
    {
        var mocks = new RecordingMocks();
        var values = ImmutableDictionary<string, object?>.Empty.Add("label", Output.Create("tea"));

        await Mocked.DeployAsync(
            async () =>
            {
                await Deployment.Instance.InvokeAsync(Token, new DictionaryInvokeArgs(values));
                _ = new CustomResource("test:index:Other", "w", new DictionaryResourceArgs(values), null);
            },
            mocks);

        Assert.Equal("tea", mocks.Calls[0].Args["label"]);
        Assert.Equal("tea", mocks["w"].Inputs["label"]);
    }

    private sealed class SizeArgs : InvokeArgs
    {
        [Input("label")]
        public Input<string>? Label { get; set; }
    }
}

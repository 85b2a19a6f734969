using System.Collections.Immutable;
using Pulumi;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>What a provider's answer makes of a resource's outputs.</summary>
public class StateTests
{
    [Fact]
    public async Task Numbers_texts_and_collections_become_the_declared_types()
    {
        Assert.Equal("tea", await GetValueAsync((await Mocked.ReceivedAsync("label", "tea")).Label));
        Assert.Equal(3, await GetValueAsync((await Mocked.ReceivedAsync("size", 3.0)).Size));
        Assert.Equal(3, await GetValueAsync((await Mocked.ReceivedAsync("size", 3)).Size));
        Assert.Equal(0.5, await GetValueAsync((await Mocked.ReceivedAsync("weight", 0.5)).Weight));
        Assert.Equal(["a"], await GetValueAsync((await Mocked.ReceivedAsync("colours", new[] { "a" })).Colours));
        var tags = (await Mocked.ReceivedAsync("tags", new Dictionary<string, string> { ["a"] = "1" })).Tags;
        Assert.Equal("1", (await GetValueAsync(tags))!["a"]);
        Assert.Equal(WidgetMode.Slow, await GetValueAsync((await Mocked.ReceivedAsync("mode", "SLOW")).Mode));
    }

    [Fact]
    public async Task Output_types_are_built_by_their_constructors()
    {
        var widget = await Mocked.ReceivedAsync("parts", new[]
        {
            new Dictionary<string, object> { ["name"] = "lid", ["count"] = 2, ["ignored"] = true },
            new Dictionary<string, object> { ["name"] = "box" },
        });

        var parts = await GetValueAsync(widget.Parts);
        Assert.Equal([("lid", 2), ("box", null)], parts.Select(part => (part.Name, part.Count)));
    }

    [Fact]
    public async Task Arguments_can_be_answered_as_they_came()
    {
        var resources = await Mocked.DeployAsync(() => _ = new Widget("w", new WidgetArgs
        {
            Parts = { new WidgetPartArgs { Name = "lid" } },
            Policy = new WidgetPartArgs { Name = "p" },
            Code = new StringAsset("x"),
        }));

        var widget = resources.OfType<Widget>().Single();
        Assert.Equal("lid", (await GetValueAsync(widget.Parts))[0].Name);
        Assert.Equal("p", (await GetValueAsync(widget.Policy)).AsT1.Name);
    }

    [Fact]
    public async Task A_union_takes_the_first_type_that_fits()
    {
        Assert.Equal("{}", (await GetValueAsync((await Mocked.ReceivedAsync("policy", "{}")).Policy)).AsT0);
    }

    [Fact]
    public async Task Outputs_that_were_not_answered_are_null_after_deploying()
    {
        var resources = await Mocked.DeployAsync(() => _ = new Widget("w"));

        var widget = resources.OfType<Widget>().Single();
        Assert.True(await GetIsKnownAsync(widget.Label));
        Assert.Null(await GetValueAsync(widget.Label));
        Assert.True((await GetValueAsync(widget.Colours)).IsDefault);
    }

    [Fact]
    public async Task Outputs_that_were_not_answered_are_unknown_in_a_preview()
    {
        var resources = await Mocked.PreviewAsync(() => _ = new Widget("w", new WidgetArgs { Label = "tea" }));

        var widget = resources.OfType<Widget>().Single();
        Assert.True(await GetIsKnownAsync(widget.Label));
        Assert.False(await GetIsKnownAsync(widget.Size));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task An_id_that_is_not_there_is_unknown(string? id)
    {
        var mocks = new RecordingMocks { Id = _ => id };

        var resources = await Mocked.DeployAsync(() => _ = new Widget("w"), mocks);

        Assert.False(await GetIsKnownAsync(resources.OfType<Widget>().Single().Id));
    }

    [Fact]
    public async Task Outputs_depend_on_their_resource_and_secrets_stay_secret()
    {
        var resources = await Mocked.DeployAsync(() => _ = new Widget("w", new WidgetArgs { Label = Output.CreateSecret("tea") }));
        var echoed = resources.OfType<Widget>().Single();
        var answered = await Mocked.ReceivedAsync("label", Output.CreateSecret("tea"));

        Assert.Same(echoed, Assert.Single(await GetDependenciesAsync(echoed.Label)));
        Assert.Same(echoed, Assert.Single(await GetDependenciesAsync(echoed.Id)));
        Assert.False(await Output.IsSecretAsync(echoed.Label));
        Assert.True(await Output.IsSecretAsync(answered.Label));
        Assert.Equal("tea", await GetValueAsync(answered.Label));
    }

    [Fact]
    public async Task An_unknown_answer_is_unknown()
    {
        var widget = await Mocked.ReceivedAsync("label", CreateUnknown("x"));

        Assert.False(await GetIsKnownAsync(widget.Label));
    }

    [Fact]
    public async Task An_answer_of_the_wrong_type_is_left_out()
    {
        Assert.Null(await GetValueAsync((await Mocked.ReceivedAsync("label", 3)).Label));
        Assert.Equal([null!, "a"], await GetValueAsync((await Mocked.ReceivedAsync("colours", new object[] { 1, "a" })).Colours));
        Assert.Null(await GetValueAsync((await Mocked.ReceivedAsync("mode", true)).Mode));
    }

    [Fact]
    public async Task An_answer_must_be_a_dictionary()
    {
        var mocks = new FailingMocks(() => "text");

        var exception = await Assert.ThrowsAsync<RunException>(() => Mocked.DeployAsync(() => _ = new Widget("w"), mocks));

        Assert.Contains("System.String is not a supported argument type", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_provider_fails_the_run_and_the_outputs()
    {
        Widget? widget = null;
        var mocks = new FailingMocks(() => throw new FormatException("no such size"));

        var exception = await Assert.ThrowsAsync<RunException>(() => Mocked.DeployAsync(() => widget = new Widget("w"), mocks));

        Assert.Contains("failed with an unhandled exception:", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no such size", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FormatException>(() => GetValueAsync(widget!.Label));
    }

    [Fact]
    public async Task Records_are_built_by_their_only_constructor_and_by_renamed_parameters()
    {
        var mocks = new RecordingMocks
        {
            State = _ => new Dictionary<string, object>
            {
                ["sizes"] = new Dictionary<string, object>
                {
                    ["a"] = new Dictionary<string, object> { ["wide"] = 2, ["Next"] = new Dictionary<string, object>() },
                },
            },
        };

        var resources = await Mocked.DeployAsync(() => _ = new SizedThing("s"), mocks);

        Assert.Equal(
            new SizeRecord(2, new SizeRecord(0, null)), (await GetValueAsync(resources.OfType<SizedThing>().Single().Sizes))["a"]);
    }

    [Fact]
    public async Task An_output_of_an_unsupported_type_fails_the_run()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Mocked.DeployAsync(() => _ = new OddThing("o")));

        Assert.Contains("contains invalid type System.Version. Allowed types are:", exception.Message, StringComparison.Ordinal);
    }

    private sealed class SizedThing(string name) : CustomResource("test:index:Sized", name, ResourceArgs.Empty, null)
    {
        [Output("sizes")]
        public Output<ImmutableDictionary<string, SizeRecord>> Sizes { get; private set; } = null!;
    }

    private sealed class OddThing(string name) : CustomResource("test:index:Odd", name, ResourceArgs.Empty, null)
    {
        [Output("version")]
        public Output<Version> Version { get; private set; } = null!;
    }

    [OutputType]
    private sealed record SizeRecord([OutputConstructorParameter("wide")] int Width, SizeRecord? Next);

    private sealed class FailingMocks(Func<object> state) : Pulumi.Testing.IMocks
    {
        public async Task<(string? id, object state)> NewResourceAsync(Pulumi.Testing.MockResourceArgs args)
        {
            await Task.Yield();
            return ("id", state());
        }

        public Task<object> CallAsync(Pulumi.Testing.MockCallArgs args) => throw new NotSupportedException();
    }
}

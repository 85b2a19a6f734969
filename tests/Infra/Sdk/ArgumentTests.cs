using System.Collections.Immutable;
using Pulumi;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>What providers see of a resource's arguments.</summary>
public class ArgumentTests
{
    [Fact]
    public async Task Values_arrive_as_plain_objects_and_every_number_as_a_double()
    {
        var sent = await Mocked.SentAsync(() => new WidgetArgs
        {
            Label = Output.Create("tea"),
            Size = 3,
            Weight = 0.5,
            Colours = { "red", Output.Create("blue") },
            Tags = { { "a", "1" }, { "b", Output.Create("2") } },
            Parts = { new WidgetPartArgs { Name = "lid", Count = 2 } },
            Mode = WidgetMode.Fast,
        });

        Assert.Equal("tea", sent["label"]);
        Assert.Equal(3.0, Assert.IsType<double>(sent["size"]));
        Assert.Equal(0.5, sent["weight"]);
        Assert.Equal(["red", "blue"], Assert.IsType<ImmutableArray<object>>(sent["colours"]));
        var tags = Assert.IsType<ImmutableDictionary<string, object>>(sent["tags"]);
        Assert.Equal(["1", "2"], [tags["a"], tags["b"]]);
        var part = Assert.IsType<ImmutableDictionary<string, object>>(Assert.Single((ImmutableArray<object>)sent["parts"]));
        Assert.Equal("lid", part["name"]);
        Assert.Equal(2.0, part["count"]);
        Assert.Equal("FAST", sent["mode"]);
    }

    [Fact]
    public async Task Nulls_are_left_out_of_maps_and_kept_in_lists()
    {
        var sent = await Mocked.SentAsync(() => new WidgetArgs
        {
            Label = Output.Create<string>((string)null!),
            Colours = new Input<string>[] { "red", (string)null! },
            Parts = { new WidgetPartArgs { Name = "lid" } },
        });

        Assert.False(sent.ContainsKey("label"));
        Assert.False(sent.ContainsKey("size"));
        Assert.Equal(["red", null], (ImmutableArray<object?>)sent["colours"]!);
        Assert.Equal(["name"], ((ImmutableDictionary<string, object>)((ImmutableArray<object>)sent["parts"])[0]).Keys);
    }

    [Fact]
    public async Task Untouched_collections_are_left_out_and_touched_ones_sent_empty()
    {
        var sent = await Mocked.SentAsync(() =>
        {
            var args = new WidgetArgs();
            _ = args.Colours;
            return args;
        });

        Assert.Equal(["colours"], sent.Keys);
        Assert.Empty((ImmutableArray<object>)sent["colours"]);
    }

    [Fact]
    public async Task A_default_array_arrives_empty()
    {
        var sent = await Mocked.SentAsync(() => new WidgetArgs { Colours = default(ImmutableArray<string>) });

        Assert.Empty((ImmutableArray<object>)sent["colours"]);
    }

    [Fact]
    public async Task Unknown_values_are_left_out_with_all_that_holds_them()
    {
        var sent = await Mocked.SentAsync(() => new WidgetArgs
        {
            Label = CreateUnknown("x"),
            Size = 1,
            Colours = { "red", CreateUnknown("x") },
            Tags = { { "a", CreateUnknown("x") }, { "b", "2" } },
        });

        Assert.Equal(["size"], sent.Keys);
    }

    [Fact]
    public async Task Secrets_arrive_unwrapped_at_any_depth()
    {
        var sent = await Mocked.SentAsync(() => new WidgetArgs
        {
            Label = Output.CreateSecret("tea"),
            Tags = { { "a", Output.CreateSecret("1") } },
        });

        Assert.Equal("tea", sent["label"]);
        Assert.Equal("1", ((ImmutableDictionary<string, object>)sent["tags"])["a"]);
    }

    [Fact]
    public async Task A_union_arrives_as_the_type_it_holds()
    {
        Assert.Equal("{}", (await Mocked.SentAsync(() => new WidgetArgs { Policy = "{}" }))["policy"]);
        var sent = await Mocked.SentAsync(() => new WidgetArgs { Policy = new WidgetPartArgs { Name = "lid" } });
        Assert.Equal("lid", ((ImmutableDictionary<string, object>)sent["policy"])["name"]);
    }

    [Fact]
    public async Task Assets_and_archives_arrive_as_such()
    {
        Assert.IsType<StringAsset>((await Mocked.SentAsync(() => new WidgetArgs { Code = new StringAsset("x") }))["code"]);
        Assert.IsType<FileAsset>((await Mocked.SentAsync(() => new WidgetArgs { Code = new FileAsset("x") }))["code"]);
        Assert.IsType<FileArchive>((await Mocked.SentAsync(() => new WidgetArgs { Code = new FileArchive("x") }))["code"]);
        Assert.IsType<RemoteArchive>((await Mocked.SentAsync(() => new WidgetArgs { Code = new RemoteArchive("x") }))["code"]);
        var archive = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a"] = new StringAsset("x") });
        Assert.IsType<AssetArchive>((await Mocked.SentAsync(() => new WidgetArgs { Code = archive }))["code"]);
    }

    [Fact]
    public async Task Arguments_marked_as_json_arrive_as_text_in_the_engines_spacing()
    {
        var sent = await Mocked.SentAsync(() => new WidgetArgs
        {
            Settings = new WidgetPartArgs { Name = Output.Create("a\"<é\n"), Count = 2 },
        });

        Assert.Equal("""{ "count": 2, "name": "a\"\u003cé\n" }""", sent["settings"]);
    }

    [Fact]
    public async Task Resources_arrive_as_resources()
    {
        var mocks = new RecordingMocks();

        await Mocked.DeployAsync(
            () =>
            {
                var first = new Widget("first");
                _ = new Widget("second", new WidgetArgs { Anything = first });
                _ = new Widget("third", new WidgetArgs { Anything = new Box("box", new BoxArgs { Label = "x" }) });
            },
            mocks);

        Assert.Equal("first", Assert.IsType<Widget>(mocks["second"].Inputs["anything"]).GetResourceName());
        Assert.IsAssignableFrom<Resource>(mocks["third"].Inputs["anything"]);
    }

    [Fact]
    public async Task Plain_objects_of_supported_kinds_are_accepted()
    {
        var sent = await Mocked.SentAsync(() => new WidgetArgs
        {
            Anything = new Dictionary<string, object?>
            {
                ["json"] = System.Text.Json.JsonDocument.Parse("""{"a":[1,true,null,"x"]}""").RootElement,
                ["enum"] = DayOfWeek.Tuesday,
                ["list"] = new List<int> { 1 },
                ["output"] = Output.Create(ImmutableDictionary<string, object>.Empty.Add("k", 1)),
                ["nothing"] = null,
            },
        });

        var value = (ImmutableDictionary<string, object>)sent["anything"];
        Assert.Equal(["enum", "json", "list", "output"], value.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2.0, value["enum"]);
        Assert.Equal([1.0, true, null, "x"], (ImmutableArray<object?>)((ImmutableDictionary<string, object>)value["json"])["a"]!);
        Assert.Equal([1.0], (ImmutableArray<object>)value["list"]);
        Assert.Equal(1.0, ((ImmutableDictionary<string, object>)value["output"])["k"]);
    }

    [Fact]
    public async Task An_unsupported_type_fails_the_run_and_is_named()
    {
        var exception = await Assert.ThrowsAsync<RunException>(
            () => Mocked.SentAsync(() => new WidgetArgs { Anything = new Version(1, 2) }));

        Assert.Contains("error serializing property \"anything\": System.Version is not a supported argument type.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("resource:w[test:index/widget:Widget].anything", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("long")]
    [InlineData("task")]
    [InlineData("keys")]
    public async Task Other_unsupported_values_fail_the_run(string kind)
    {
        object value = kind switch { "long" => 1L, "task" => Task.FromResult(1), _ => new Dictionary<int, string> { [1] = "a" } };
        var message = kind switch
        {
            "long" => "System.Int64 is not a supported argument type.",
            "task" => "Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:",
            _ => "Dictionaries are only supported with string keys:",
        };

        var exception = await Assert.ThrowsAsync<RunException>(() => Mocked.SentAsync(() => new WidgetArgs { Anything = value }));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_required_argument_fails_the_run_and_is_named()
    {
        var exception = await Assert.ThrowsAsync<RunException>(
            () => Mocked.SentAsync(() => new WidgetArgs { Parts = { new WidgetPartArgs() } }));

        Assert.Contains("[Input] Recommender.Infra.Tests.Sdk.WidgetPartArgs.Name is required but was not given a value", exception.Message, StringComparison.Ordinal);
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

public class InputTests
{
    [Fact]
    public async Task A_list_is_made_of_all_that_holds_values()
    {
        await CheckAsync("a", ["a"]);
        await CheckAsync(Output.Create("a"), ["a"]);
        await CheckAsync((Input<string>)"a", ["a"]);
        await CheckAsync(new[] { "a", "b" }, ["a", "b"]);
        await CheckAsync(new[] { Output.Create("a") }, ["a"]);
        await CheckAsync(new Input<string>[] { "a", Output.Create("b") }, ["a", "b"]);
        await CheckAsync(new List<string> { "a" }, ["a"]);
        await CheckAsync(new List<Output<string>> { Output.Create("a") }, ["a"]);
        await CheckAsync(new List<Input<string>> { "a" }, ["a"]);
        await CheckAsync(ImmutableArray.Create("a"), ["a"]);
        await CheckAsync(ImmutableArray.Create(Output.Create("a")), ["a"]);
        await CheckAsync(Output.Create(new[] { "a" }), ["a"]);
        await CheckAsync(Output.Create(new List<string> { "a" }), ["a"]);
        await CheckAsync(Output.Create<IEnumerable<string>>(["a"]), ["a"]);
        await CheckAsync(Output.Create(ImmutableArray.Create("a")), ["a"]);

        static async Task CheckAsync(InputList<string> list, string[] expected)
            => Assert.Equal(expected, await GetValueAsync(list.ToOutput()));
    }

    [Fact]
    public async Task A_list_grows_by_initialisers_and_joins()
    {
        InputList<string> first = new() { "a", { "b", Output.Create("c") } };
        var args = new WidgetArgs { Colours = { "d", first } };

        var joined = first.Concat(new[] { "z" });
        args.Colours.AddRange(new[] { "e" });

        Assert.Equal(["a", "b", "c", "z"], await GetValueAsync(joined.ToOutput()));
        Assert.Equal(["a", "b", "c"], await GetValueAsync(first.ToOutput()));
        Assert.Equal(["d", "a", "b", "c", "e"], await GetValueAsync(args.Colours.ToOutput()));
    }

    [Fact]
    public async Task A_list_can_be_read_asynchronously_only()
    {
        InputList<string> list = new() { "a", "b" };
        var read = new List<string>();

        await foreach (var item in list)
        {
            read.Add(await GetValueAsync(item.ToOutput()));
        }

        Assert.Equal(["a", "b"], read);
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)list).GetEnumerator());
    }

    [Fact]
    public async Task A_default_array_stays_one()
    {
        InputList<string> list = default(ImmutableArray<string>);

        Assert.True((await GetValueAsync(list.ToOutput())).IsDefault);
    }

    [Fact]
    public async Task A_map_takes_a_key_once_or_twice_with_the_same_value()
    {
        InputMap<string> map = new() { { "a", "1" }, { "a", Output.Create("1") }, { "b", "2" } };
        map["c"] = "3";

        Assert.Equal(
            new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3" },
            await GetValueAsync(map.ToOutput()));

        map.Add("a", "other");
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => GetValueAsync(map.ToOutput()));
        Assert.Contains("Key 'a' already exists in the map with a different value.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merged_maps_prefer_the_second()
    {
        InputMap<string> first = new Dictionary<string, string> { ["a"] = "1", ["b"] = "1" };
        InputMap<string> second = Output.Create(new Dictionary<string, string> { ["b"] = "2" });

        var merged = InputMap<string>.Merge(first, second);

        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }, await GetValueAsync(merged.ToOutput()));
        Assert.Equal("1", (await GetValueAsync(first.ToOutput()))["b"]);
    }

    [Fact]
    public async Task A_union_takes_either_type_as_value_or_output()
    {
        await CheckAsync("a", Union<string, int>.FromT0("a"));
        await CheckAsync(1, Union<string, int>.FromT1(1));
        await CheckAsync(Output.Create("a"), Union<string, int>.FromT0("a"));
        await CheckAsync((Input<int>)1, Union<string, int>.FromT1(1));
        await CheckAsync(Output.Create<Union<string, int>>(1), Union<string, int>.FromT1(1));

        static async Task CheckAsync(InputUnion<string, int> union, Union<string, int> expected)
            => Assert.Equal(expected, await GetValueAsync(union.ToOutput()));
    }

    [Fact]
    public async Task Lists_and_maps_of_unions_take_either_type()
    {
        InputList<Union<string, int>> list = new() { (Input<string>)"a", (Input<int>)1 };
        InputMap<Union<string, int>> map = new() { { "k", (Input<int>)1 } };

        Assert.Equal(["a", 1], (await GetValueAsync(list.ToOutput())).Select(union => union.Value));
        Assert.True((await GetValueAsync(map.ToOutput()))["k"].IsT1);
    }

    [Fact]
    public async Task Json_is_read_from_text()
    {
        InputJson json = """{"a":[1]}""";
        InputJson output = Output.Create("[2]");

        Assert.Equal(1, (await GetValueAsync(json.ToOutput())).GetProperty("a")[0].GetInt32());
        Assert.Equal(JsonValueKind.Array, (await GetValueAsync(output.ToOutput())).ValueKind);
    }

    [Fact]
    public async Task A_missing_input_has_its_default()
    {
        Input<int>? missing = null;

        Assert.Equal(0, await GetValueAsync(missing.ToOutput()));
        Assert.Equal(1, await GetValueAsync(missing.Apply(value => value + 1)));
    }
}

using System.Text;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Sequences;
using Recommender.Pipeline.Tests.Support;
using Recommender.Ranking.Sequences;

namespace Recommender.Pipeline.Tests.Sequences;

public sealed class SequenceInputTests : IDisposable
{
    private const string History = """{"1": [[-1], [0, 4], [2], [-1]], "2": [[-1], [3, 3], [-1]], "x": [[-1], [1], [-1]]}""";
    private const string Future = """{"2": [[-1], [2, 0], [-1]]}""";
    private const string Keys = """{"item_num": 5, "train": ["2"], "val": [], "test": [1], "note": "passed over"}""";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Files_are_put_together()
    {
        var set = Read(History, Future, Keys);

        Assert.Equal(5, set.Items);
        Assert.Equal(["1", "2", "x"], set.Sequences.Select(user => user.User));
        Assert.Equal([SequencePart.Test, SequencePart.Train, SequencePart.None], set.Sequences.Select(user => user.Part));
        Assert.Equal([[0, 4], [2]], set.Sequences[0].Baskets);
        Assert.Null(set.Sequences[0].Next);
        Assert.Equal([2, 0], set.Sequences[1].Next!);
        Assert.Equal(3, set.Ids.Distinct().Count());
        Assert.Equal("x", set.Of(set.Ids[2]).User);
        Assert.Equal((1, 0), set.Count(SequencePart.Test));
    }

    [Theory]
    [InlineData("", "history.json: line 1, column 1: this is not JSON")]
    [InlineData("{\"1\": [[-1], [0],\n [-1]}", "history.json: line 2, column 6: this is not JSON")]
    [InlineData("{} {}", "history.json: line 1, column 4: this is not JSON")]
    [InlineData("[]", "line 1, column 1: the file must be one object, {\"user\": [[-1], [item, …], …, [-1]], …}")]
    [InlineData("{\"1\": [[-1], [0], [-1]],\n\"1\": [[-1], [0], [-1]]}", "line 2, column 1: user \"1\" comes twice")]
    [InlineData("{\"1\": 7}", "user \"1\" has 7; it must be a list of baskets")]
    [InlineData("{\"1\": {}}", "user \"1\" has an object; it must be a list of baskets")]
    [InlineData("{\"1\": [[-1], 5, [-1]]}", "line 1, column 14: user \"1\" has 5 for a basket; it must be a list of item numbers")]
    [InlineData("{\"1\": [[-1], [\"a\"], [-1]]}", "user \"1\" has the item \"a\"; items are whole numbers from 0 to 4")]
    [InlineData("{\"1\": [[-1], [1.5], [-1]]}", "user \"1\" has the item 1.5;")]
    [InlineData("{\"1\": [[-1], [5], [-1]]}", "user \"1\" has the item 5; items are whole numbers from 0 to 4, one less than the key set's item_num")]
    [InlineData("{\"1\": [[-1], [-2], [-1]]}", "user \"1\" has the item -2;")]
    [InlineData("{\"1\": [[-1], [3, -1], [-1]]}", "user \"1\" has the item -1;")]
    [InlineData("{\"1\": [[-1], [-1, 3], [-1]]}", "user \"1\" has the item -1 in a basket with others")]
    [InlineData("{\"1\": [[-1], [[1]], [-1]]}", "user \"1\" has the item a list;")]
    [InlineData("{\"1\": [[-1], [], [-1]]}", "line 1, column 14: user \"1\" has an empty basket; a basket has at least one item")]
    [InlineData("{\"1\": [[], [1], [-1]]}", "user \"1\" has an empty basket; the first list must be [-1]")]
    [InlineData("{\"1\": [[0], [1]]}", "line 1, column 7: the baskets of user \"1\" must stand between two lists of -1")]
    [InlineData("{\"1\": [[-1], [1]]}", "the baskets of user \"1\" must stand between two lists of -1")]
    [InlineData("{\"1\": [[-1], [1], [-1], [2], [-1]]}", "user \"1\" has [-1] as basket 2; it may only stand first and last")]
    [InlineData("{\"1\": [[-1], [0], [-1]],\n \"\\ud800\": [[-1], [0], [-1]]}", "history.json: line 2, column 2: this text has half of a surrogate pair")]
    [InlineData("{\"1\": [[-1], [\"\\uDC00\"], [-1]]}", "history.json: line 1, column 15: this text has half of a surrogate pair")]
    [InlineData("{\"1\": [[-1], [\"\\uDC00", "this is not JSON")]
    [InlineData("{\"1\": [[-1], [-1]], \"2\": [[-1], [3], [-1]]}", "history.json: user \"1\" has no basket; each user must have at least one")]
    [InlineData("{\"2\": [[-1], [3], [-1]]}", "keyset.json: user \"1\" is not in")]
    public void Wrong_histories_are_refused(string history, string message) => AssertRefused(history, Future, Keys, message);

    [Theory]
    [InlineData("{\"2\": [[-1], [1], [2], [-1]]}", "future.json: user \"2\" has 2 baskets; the future of a user is one basket")]
    [InlineData("{\"2\": [[-1], [-1]]}", "future.json: user \"2\" has 0 baskets; the future of a user is one basket")]
    [InlineData("{\"3\": [[-1], [1], [-1]]}", "future.json: user \"3\" is not in")]
    [InlineData("nothing", "future.json: line 1, column 2: this is not JSON")]
    public void Wrong_futures_are_refused(string future, string message) => AssertRefused(History, future, Keys, message);

    [Theory]
    [InlineData("{", "keyset.json: line 1, column 2: this is not JSON")]
    [InlineData("[]", "keyset.json: the file must be one object")]
    [InlineData("""{"train": ["2"], "val": [], "test": []}""", "item_num is missing; it must be the number of items, at least 1")]
    [InlineData("""{"item_num": 0, "train": ["2"], "val": [], "test": []}""", "item_num is 0; it must be the number of items")]
    [InlineData("""{"item_num": "5", "train": ["2"], "val": [], "test": []}""", "item_num is \"5\"; it must be the number of items")]
    [InlineData("""{"item_num": 3000000000, "train": ["2"], "val": [], "test": []}""", "item_num is 3000000000; it must be the number of items")]
    [InlineData("""{"item_num": 2000000000, "train": ["2"], "val": [], "test": []}""", "keyset.json: item_num is 2000000000; at most 1000000 items can be ranked. The greatest item in")]
    [InlineData("""{"item_num": 1000001, "train": ["2"], "val": [], "test": []}""", "is 4: number the items from 0 without gaps")]
    [InlineData("""{"item_num": 5, "train": ["2"], "val": [], "test": [], "train": ["1"]}""", "keyset.json: train is there more than once")]
    [InlineData("""{"item_num": 5, "train": ["2"], "val": [], "test": [], "item_num": 6}""", "keyset.json: item_num is there more than once")]
    [InlineData("""{"item_num": 5, "train": ["\ud800"], "val": [], "test": []}""", "keyset.json: line 1, column 27: this text has half of a surrogate pair")]
    [InlineData("""{"item_num": 5, "train": ["2"], "val": [], "test": [], "\ud800": 1}""", "keyset.json: line 1, column 56: this text has half of a surrogate pair")]
    [InlineData("""{"item_num": 5, "train": ["2"], "val": []}""", "test is missing; it must be a list of users")]
    [InlineData("""{"item_num": 5, "train": "2", "val": [], "test": []}""", "train is \"2\"; it must be a list of users")]
    [InlineData("""{"item_num": 5, "train": [null], "val": [], "test": []}""", "train has null; a user is a text")]
    [InlineData("""{"item_num": 5, "train": ["2", "2"], "val": [], "test": []}""", "train has user \"2\", who is in train already")]
    [InlineData("""{"item_num": 5, "train": ["2"], "val": [], "test": ["2"]}""", "test has user \"2\", who is in train already; a user must be in one part, once")]
    [InlineData("""{"item_num": 5, "train": [], "val": ["2"], "test": ["1"]}""", "keyset.json: train has no user; there is nobody to learn from")]
    [InlineData("""{"item_num": 5, "train": ["2", "7"], "val": [], "test": []}""", "keyset.json: user \"7\" is not in")]
    public void Wrong_key_sets_are_refused(string keys, string message) => AssertRefused(History, Future, keys, message);

    [Fact]
    public void Missing_files_are_named_with_their_option()
    {
        Read(History, Future, Keys);
        foreach (var (name, option) in new[] { ("history", "--history"), ("future", "--future"), ("keyset", "--keyset") })
        {
            var paths = new[] { "history", "future", "keyset" }.Select(file => _workspace.In(file == name ? "none.json" : file + ".json")).ToArray();
            var error = Assert.Throws<CallerException>(() => SequenceInput.Read(paths[0], paths[1], paths[2]));
            Assert.Equal($"{option} {_workspace.In("none.json")}: there is no such file", error.Message);
        }

        var folder = Path.GetDirectoryName(_workspace.In("history.json"))!;
        Assert.Contains("this is a folder", Assert.Throws<CallerException>(() => SequenceInput.Read(folder, folder, folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused_with_their_place()
    {
        Read(History, Future, Keys);
        // José, in Latin-1.
        byte[] latin = [.. "{\n\"Jos"u8, 0xE9, .. "\": [[-1], [0], [-1]]}"u8];
        foreach (var name in new[] { "history", "future", "keyset" })
        {
            var path = _workspace.In("latin.json");
            File.WriteAllBytes(path, latin);
            var paths = new[] { "history", "future", "keyset" }.Select(file => file == name ? path : _workspace.In(file + ".json")).ToArray();
            var error = Assert.Throws<CallerException>(() => SequenceInput.Read(paths[0], paths[1], paths[2]));
            Assert.Equal($"{path}: line 2, column 5: this byte is no UTF-8; save the file as UTF-8", error.Message);
        }
    }

    [Fact]
    public void Characters_written_as_two_halves_are_read()
    {
        var set = Read(History.Replace("\"x\"", "\"\\ud83d\\uDE00\"", StringComparison.Ordinal), Future, Keys);

        Assert.Equal("\U0001F600", set.Sequences[2].User);
    }

    [Fact]
    public void Reading_allocates_little_beside_the_items()
    {
        const int baskets = 20_000;
        const int items = 10;
        var json = Encoding.UTF8.GetBytes($"{{\"1\": [[-1], {string.Join(", ", Enumerable.Repeat($"[{string.Join(", ", Enumerable.Range(0, items))}]", baskets))}, [-1]]}}");
        SequenceFile.Read("", json, items);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = SequenceFile.Read("", json, items);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(baskets, read["1"].Length);
        Assert.InRange(allocated, baskets * items * sizeof(int), baskets * items * 40L);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.Equal(3, Read("\uFEFF" + History, "\uFEFF" + Future, "\uFEFF" + Keys).Sequences.Count);

    private void AssertRefused(string history, string future, string keys, string message) =>
        Assert.Contains(message, Assert.Throws<CallerException>(() => Read(history, future, keys)).Message, StringComparison.Ordinal);

    private SequenceSet Read(string history, string future, string keys)
    {
        string Write(string name, string text)
        {
            File.WriteAllText(_workspace.In(name), text);
            return _workspace.In(name);
        }

        return SequenceInput.Read(Write("history.json", history), Write("future.json", future), Write("keyset.json", keys));
    }
}

using System.Text.Json;
using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Sequences;

public sealed class BenchmarkTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task It_ranks_for_the_test_users_and_measures_both_models()
    {
        var files = new SequenceFiles(_workspace).Write(withTestFuture: true);
        var path = _workspace.In("lists/ranked.json");
        var result = await _workspace.RunAsync(files.Command("--out", path, "-k", "12", "--json", "--no-progress"));

        Assert.Equal((0, $"wrote the lists of 12 test users by learnt_with_trend to {path}\n"), (result.Code, result.Error));
        var lists = Lists(path);
        Assert.Equal(Enumerable.Range(0, SequenceFiles.Users).Where(user => user % 6 == 0).Select(user => $"{user}"), lists.Keys);
        Assert.All(lists.Values, list => Assert.Equal(12, list.Distinct().Count(item => item is >= 0 and < SequenceFiles.Items)));
        var users = result.Json.GetProperty("users");
        Assert.Equal((48, 12, 12), (Number(users, "train", "known"), Number(users, "val", "known"), Number(users, "test", "known")));
        var metrics = result.Json.GetProperty("metrics").EnumerateArray().ToArray();
        Assert.Equal(["global_top", "personal_top", "learnt", "learnt_with_trend"], metrics.Select(row => row.GetProperty("model").GetString()).Distinct());
        Assert.Equal(4 * 2 * 2, metrics.Length);
        Assert.Equal(4, result.Json.GetProperty("candidate_recall").GetArrayLength());
        double Recall(string model) => metrics.Single(row =>
            row.GetProperty("model").GetString() == model && row.GetProperty("part").GetString() == "test" && row.GetProperty("k").GetInt32() == 10).GetProperty("recall").GetDouble();
        Assert.True(Recall("learnt") > Recall("global_top") + 0.2, $"learnt {Recall("learnt")}, global_top {Recall("global_top")}");
        Assert.False(Directory.Exists(_workspace.LakePath));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Without_next_baskets_of_test_users_it_ranks_the_same_and_says_that_there_are_no_metrics()
    {
        var (known, unknown) = (_workspace.In("known.json"), _workspace.In("unknown.json"));
        var misled = await _workspace.RunAsync(new SequenceFiles(_workspace).Write(withTestFuture: true, testFuture: [1, 2, 3]).Command("--out", known, "--no-trend", "--no-progress"));
        await File.WriteAllTextAsync(unknown, "to be replaced");
        var result = await _workspace.RunAsync(new SequenceFiles(_workspace).Write(withTestFuture: false).Command("--out", unknown, "--overwrite", "--no-trend", "--no-progress"));

        Assert.Equal((0, 0), (misled.Code, result.Code));
        Assert.Contains("metrics at 10: 12 test users\n", misled.Out, StringComparison.Ordinal);
        Assert.Contains("metrics at 10: 12 val users\n", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("metrics at 10: 12 test", result.Out, StringComparison.Ordinal);
        Assert.Contains("no metrics for 12 test users: none of their next baskets is in the future file\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(known), await File.ReadAllTextAsync(unknown));
    }

    [Fact]
    public async Task A_file_is_not_overwritten_unasked()
    {
        var files = new SequenceFiles(_workspace).Write(withTestFuture: false);
        var path = _workspace.In("there.json");
        await File.WriteAllTextAsync(path, "mine");
        var refused = await _workspace.RunAsync(files.Command("--out", path));
        var folder = await _workspace.RunAsync(files.Command("--out", Path.GetDirectoryName(path)!));

        Assert.Equal((2, $"error: --out {path} exists: choose another, or replace it with --overwrite\n"), (refused.Code, refused.Error));
        Assert.Equal("mine", await File.ReadAllTextAsync(path));
        Assert.Equal(2, folder.Code);
        Assert.Contains("is a folder: name a file", folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_before_the_work_and_leaves_nothing()
    {
        var files = new SequenceFiles(_workspace, users: 11).Write(withTestFuture: false);
        await File.WriteAllTextAsync(_workspace.In("file"), "mine");
        var refused = await _workspace.RunAsync(files.Command("--out", _workspace.In("file/lists.json"), "--no-progress"));
        var failed = await _workspace.RunAsync(files.Command("--out", _workspace.In("folder/lists.json"), "--no-progress"));

        // So few users end the work: what is told of the first command comes before it.
        Assert.Equal(4, refused.Code);
        Assert.Contains(_workspace.In("file"), refused.Error, StringComparison.Ordinal);
        Assert.Contains("there is too little to learn from", failed.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_workspace.In("folder")));
    }

    [Fact]
    public async Task Too_little_to_learn_from_is_told()
    {
        var files = new SequenceFiles(_workspace, users: 11).Write(withTestFuture: false);
        var result = await _workspace.RunAsync(files.Command("--no-progress"));

        Assert.Equal(2, result.Code);
        Assert.Contains("there is too little to learn from", result.Error, StringComparison.Ordinal);
    }

    private static Dictionary<string, int[]> Lists(string path) => JsonSerializer.Deserialize<Dictionary<string, int[]>>(File.ReadAllText(path))!;

    private static int Number(JsonElement users, string part, string member) => users.GetProperty(part).GetProperty(member).GetInt32();
}

using Recommender.Lake.Building;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Commands;

public sealed class ShardTests : IDisposable
{
    private const string Table = "published.recommendations";

    private static readonly TableName Name = TableName.Parse(Table);

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task Shards_hold_the_same_rows_as_the_whole(int count)
    {
        await _workspace.LoadAsync(users: 50);
        var whole = await RowsAsync();
        Assert.Equal(50 * TinyDelivery.Products, whole.Length - 1);
        await ForgetAsync();
        for (var shard = 0; shard < count; shard++)
        {
            var staged = await StageAsync(shard, count);
            Assert.Equal("staged", State(staged));
            Assert.Null(_workspace.Store.Current(Name));
        }

        var committed = await CommitAsync(count);
        Assert.Equal("built", State(committed));
        Assert.Equal(whole.Length - 1, committed.Json.GetProperty("steps")[0].GetProperty("rows").GetInt64());
        Assert.Equal(whole, await RowsAsync());
        Assert.Equal(count, _workspace.Store.Current(Name)!.Files.Count);
        Assert.Empty(Staged());
        Assert.Contains("nothing to do", (await _workspace.RunAsync("run")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_staged_shard_says_how_to_publish()
    {
        await UnpublishedAsync();
        var staged = await _workspace.RunAsync("run", "--only", Table, "--shard", "0/2", "--no-progress");
        Assert.Contains($"when all N shards are, publish them: recommender run --only {Table} --commit-shards N", staged.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_shard_is_named_and_nothing_is_published()
    {
        await UnpublishedAsync();
        await StageAsync(1, 4);
        var missing = await CommitAsync(4);
        Assert.Equal(2, missing.Code);
        Assert.Contains($"{Table}: shard 0/4, 2/4, 3/4 is not staged; nothing was published", missing.Error, StringComparison.Ordinal);
        Assert.Null(_workspace.Store.Current(Name));
        Assert.Single(Staged());
        foreach (var shard in new[] { 0, 2, 3 })
        {
            await StageAsync(shard, 4);
        }

        Assert.Equal(0, (await CommitAsync(4)).Code);
    }

    [Fact]
    public async Task Another_number_of_shards_is_told()
    {
        await UnpublishedAsync();
        await StageAsync(0, 2);
        await StageAsync(1, 2);
        var wrong = await CommitAsync(3);
        Assert.Equal(2, wrong.Code);
        Assert.Contains("shard 0/3, 1/3, 2/3 is not staged", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("was --commit-shards 2 meant?", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommitAsync(2)).Code);
    }

    [Fact]
    public async Task A_shard_that_is_staged_is_not_computed_again()
    {
        await UnpublishedAsync();
        await StageAsync(0, 2);
        var before = Staged();
        var again = await StageAsync(0, 2);
        Assert.Equal("skipped", State(again));
        Assert.Contains("shard 0/2 is staged already, by run r1", Reason(again), StringComparison.Ordinal);
        Assert.Equal(before, Staged());
    }

    [Fact]
    public async Task Shards_of_changed_inputs_are_not_mixed()
    {
        await UnpublishedAsync();
        await StageAsync(0, 2);
        await StageAsync(1, 2);
        TinyDelivery.Write(_workspace.Delivery, users: 21);
        await _workspace.RunAsync("run", "--only", "raw.orders,raw.order_products__prior,raw.order_products__train", "--source", _workspace.Delivery);
        await _workspace.RunAsync("run", "--only", "clean.orders", "--only", "clean.order_lines");
        var stale = await CommitAsync(2);
        Assert.Equal(2, stale.Code);
        Assert.Contains("shards of another build", stale.Error, StringComparison.Ordinal);
        await StageAsync(0, 2);
        await StageAsync(1, 2);
        Assert.Equal(0, (await CommitAsync(2)).Code);
        Assert.Equal(21 * TinyDelivery.Products, _workspace.Store.Current(Name)!.Rows);
    }

    [Fact]
    public async Task What_a_killed_shard_left_does_not_count_and_goes_when_it_is_stale()
    {
        await UnpublishedAsync();
        await StageAsync(0, 2);
        await StageAsync(1, 2);
        // As after kill -9: the data is there, the record that is written last is not.
        var killed = Staged().Single(folder => folder.EndsWith("1of2", StringComparison.Ordinal));
        File.Delete(Path.Combine(killed, "_shard.json"));
        Assert.Contains("shard 1/2 is not staged", (await CommitAsync(2)).Error, StringComparison.Ordinal);
        _workspace.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("staged", State(await StageAsync(1, 2)));
        Assert.Equal("built", State(await CommitAsync(2)));
        Assert.Equal([killed], Staged());
        _workspace.Clock.Advance(ShardStore.StaleAfter);
        var mine = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(killed)!, "mine")).FullName;
        var dry = await _workspace.RunAsync("gc", "--dry-run");
        Assert.Contains($"_shards/{Path.GetFileName(killed)}", dry.Out, StringComparison.Ordinal);
        Assert.Equal([mine, killed], Staged().OrderDescending());
        await _workspace.RunAsync("gc");
        Assert.Equal([mine], Staged());
    }

    [Fact]
    public async Task A_shard_whose_file_is_damaged_does_not_count()
    {
        await UnpublishedAsync();
        await StageAsync(0, 2);
        await StageAsync(1, 2);
        await File.AppendAllTextAsync(Directory.GetFiles(Staged()[0], "*.parquet", SearchOption.AllDirectories)[0], "x", TestContext.Current.CancellationToken);
        Assert.Contains("shard 0/2 is not staged", (await CommitAsync(2)).Error, StringComparison.Ordinal);
        _workspace.Clock.Advance(TimeSpan.FromMinutes(1));
        await StageAsync(0, 2);
        Assert.Equal(0, (await CommitAsync(2)).Code);
    }

    [Fact]
    public async Task A_crash_between_publication_and_tidying_leaves_nothing_for_long()
    {
        await UnpublishedAsync();
        await StageAsync(0, 1);
        var aside = _workspace.In("aside");
        Copy(Staged()[0], aside);
        await CommitAsync(1);
        Copy(aside, Path.Combine(_workspace.Store.Lake.Shards(Name), "20260301T120000000Z-0123abcd-0of1"));
        Assert.Single(Staged());
        Assert.Equal("skipped", State(await CommitAsync(1)));
        Assert.Empty(Staged());
    }

    [Fact]
    public async Task Shards_are_staged_beside_a_writer_and_beside_one_another()
    {
        await UnpublishedAsync();
        using (LakeLock.Take(_workspace.Store.Lake, _workspace.Clock))
        {
            var staged = await Task.WhenAll(Enumerable.Range(0, 3).Select(shard => Task.Run(() => StageAsync(shard, 3))));
            Assert.All(staged, result => Assert.Equal("staged", State(result)));
        }

        Assert.Equal(0, (await CommitAsync(3)).Code);
    }

    [Fact]
    public async Task After_publication_neither_a_shard_nor_a_commit_does_anything()
    {
        await _workspace.LoadAsync();
        Assert.Equal("skipped", State(await StageAsync(0, 2)));
        Assert.Equal("skipped", State(await CommitAsync(2)));
        Assert.Empty(Staged());
    }

    [Theory]
    [InlineData("--shard 0/2", "only published.recommendations and published.next_basket are computed in shards: add --only with one of them")]
    [InlineData("--commit-shards 2 --only clean.orders", "only published.recommendations and published.next_basket are computed in shards")]
    [InlineData("--shard 0/2 --commit-shards 2 --only published.recommendations", "give one of the two")]
    [InlineData("--shard 2/2 --only published.recommendations", "'2/2' is not a shard: write K/N")]
    [InlineData("--shard half --only published.recommendations", "'half' is not a shard")]
    [InlineData("--commit-shards 0 --only published.recommendations", "--commit-shards '0': write a whole number from 1 to 1,000")]
    [InlineData("--shard 0/2 --only published.recommendations --days 2011-01-04", "a table of shards has no days")]
    public async Task Bad_shards_are_the_callers_fault(string arguments, string message)
    {
        var result = await _workspace.RunAsync(["run", .. arguments.Split(' ')]);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workspace.LakePath));
    }

    [Fact]
    public void Every_key_is_in_one_shard_and_the_hash_stays_as_it_is()
    {
        foreach (var key in new[] { long.MinValue, -1, 0, 1, 2, 206_209, long.MaxValue })
        {
            Assert.Single(Enumerable.Range(0, 7), index => new Shard(index, 7).Contains(key));
        }

        // Shards that two versions of the program stage must fit together: these were computed by another implementation.
        Assert.Equal([0, 4, 7, 6, 7, 7], new long[] { 0, 1, 2, 3, 206_209, -5 }.Select(key => Enumerable.Range(0, 8).Single(index => new Shard(index, 8).Contains(key))));
        var sizes = Enumerable.Range(1, 80_000).GroupBy(key => Enumerable.Range(0, 8).Single(index => new Shard(index, 8).Contains(key))).Select(group => group.Count());
        Assert.All(sizes, size => Assert.InRange(size, 9_700, 10_300));
    }

    private static string State(CommandResult result) => result.Json.GetProperty("steps")[0].GetProperty("state").GetString()!;

    private static string Reason(CommandResult result) => result.Json.GetProperty("steps")[0].GetProperty("reason").GetString()!;

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private Task<CommandResult> StageAsync(int shard, int count) =>
        _workspace.RunAsync("run", "--only", Table, "--shard", $"{shard}/{count}", "--run-id", "r1", "--json", "--no-progress");

    private Task<CommandResult> CommitAsync(int count) =>
        _workspace.RunAsync("run", "--only", Table, "--commit-shards", $"{count}", "--run-id", "r1", "--json", "--no-progress");

    private async Task UnpublishedAsync()
    {
        await _workspace.LoadAsync();
        await ForgetAsync();
    }

    /// <summary>Takes the table away, as if it had never been built.</summary>
    private Task ForgetAsync()
    {
        Directory.Delete(_workspace.Store.Lake.Table(Name), recursive: true);
        return Task.CompletedTask;
    }

    private string[] Staged() =>
        Directory.Exists(_workspace.Store.Lake.Shards(Name)) ? [.. Directory.GetDirectories(_workspace.Store.Lake.Shards(Name)).Order(StringComparer.Ordinal)] : [];

    private async Task<string[]> RowsAsync() =>
        (await _workspace.RunAsync("query", $"select * from {Table} order by user_id, rank", "--format", "csv")).Lines;
}

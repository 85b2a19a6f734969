using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Commands;

public sealed class GenerateTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_generated_delivery_is_not_overwritten_unasked()
    {
        string[] args = ["generate", "--users", "20", "--products", "1000", "--out", _workspace.In("made")];
        var first = await _workspace.RunAsync(args);
        Assert.Equal(0, first.Code);
        Assert.Contains("recommender run --source", first.Out, StringComparison.Ordinal);
        var second = await _workspace.RunAsync(args);
        Assert.Equal(2, second.Code);
        Assert.Contains("--overwrite", second.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _workspace.RunAsync([.. args, "--overwrite"])).Code);
    }

    [Fact]
    public async Task The_demo_works_twice_and_touches_no_lake_of_others()
    {
        var first = await _workspace.RunAsync("demo", "--users", "60", "--no-progress");
        Assert.Equal(0, first.Code);
        Assert.Contains($"{GroceryPipeline.Tables.Count} built, 0 skipped, 0 failed", first.Out, StringComparison.Ordinal);
        Assert.Contains("try next:", first.Out, StringComparison.Ordinal);
        var second = await _workspace.RunAsync("demo", "--users", "60");
        Assert.Equal(0, second.Code);
        Assert.Contains("nothing to do", second.Out, StringComparison.Ordinal);
        await _workspace.LoadAsync();
        var refused = await _workspace.RunAsync("demo", "--users", "60");
        Assert.Equal(2, refused.Code);
        Assert.Contains("--lake demo-lake", refused.Error, StringComparison.Ordinal);
    }
}

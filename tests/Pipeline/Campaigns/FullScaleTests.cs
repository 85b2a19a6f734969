using System.Text.Json;
using Recommender.Ingest.Generation;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Campaigns;

/// <summary>The whole pipeline at the size of the full Instacart set. Speed is measured in tests/Benchmarks, not here.</summary>
public sealed class FullScaleTests : IDisposable
{
    private const long MostMemory = 8L << 30;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    [Trait("Category", "Long")]
    public void Everyone_gets_recommendations_in_bounded_memory()
    {
        var source = _folder["source"];
        var summary = GroceryGenerator.Generate(
            new GeneratorOptions { Users = GeneratorOptions.OriginalUsers }, source, null, TestContext.Current.CancellationToken);

        var rows = Run("lake", out var peak);
        Assert.True(peak < MostMemory, $"peak resident memory was {peak >> 20} MiB");
        Assert.Equal(GeneratorOptions.OriginalUsers * 20L, rows["published.recommendations"].Rows);
        Assert.Equal(1, rows["ml.models"].Rows);
        Assert.InRange(rows["published.next_basket"].Rows, GeneratorOptions.OriginalUsers, GeneratorOptions.OriginalUsers * 50L);
        Assert.Equal(summary.Orders, rows["clean.orders"].Rows);
        Assert.Equal(rows["raw.order_products__prior"].Rows + rows["raw.order_products__train"].Rows, rows["clean.order_lines"].Rows);
        Assert.All(rows.Values, row => Assert.Equal(("built", 0L), (row.State, row.Quarantined)));

        Assert.All(Run("lake", out _).Values, row => Assert.Equal("skipped", row.State));

        // What bounds the memory of queries does not bound that of training, which is not done a second time.
        CopyModels();
        Run("bounded", out _, "--memory", "2GiB", "--only", string.Join(',', rows.Keys.Where(table => table != "ml.models")));
        Assert.Equal(LakeContents.Of(_folder["lake"]), LakeContents.Of(_folder["bounded"]));
    }

    public void Dispose() => _folder.Dispose();

    private void CopyModels()
    {
        foreach (var file in Directory.GetFiles(_folder["lake", "ml", "models"], "*", SearchOption.AllDirectories))
        {
            var copy = _folder["bounded", Path.GetRelativePath(_folder["lake"], file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private Dictionary<string, (string State, long Rows, long Quarantined)> Run(string lake, out long peak, params string[] more)
    {
        using var process = ProductProcess.Start(["run", "--source", _folder["source"], "--lake", _folder[lake], "--json", "--no-progress", .. more]);
        using var document = JsonDocument.Parse(process.WaitForSuccess());
        peak = process.PeakBytes;
        return document.RootElement.GetProperty("steps").EnumerateArray().ToDictionary(
            step => step.GetProperty("name").GetString()!,
            step => (step.GetProperty("state").GetString()!, step.GetProperty("rows").GetInt64(), step.GetProperty("quarantined").GetInt64()));
    }
}

using System.Globalization;
using System.Text.Json;
using Recommender.Ingest.Generation;
using Recommender.Lake.Tables;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Campaigns;

/// <summary>The whole pipeline at the size of the full Instacart set. Speed is measured in tests/Benchmarks, not here.</summary>
public sealed class FullScaleTests : IDisposable
{
    private const long MostMemory = 8L << 30;
    private static readonly string[] _learnt = ["ml.models", "ml.tuning_runs", "ml.evaluation", "ml.calibration", "published.recommendations", "published.next_basket"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    [Trait("Category", "Long")]
    public void Everyone_gets_recommendations_in_bounded_memory()
    {
        var source = _folder["source"];
        var summary = GroceryGenerator.Generate(
            new GeneratorOptions { Users = GeneratorOptions.OriginalUsers }, source, null, TestContext.Current.CancellationToken);

        var steps = Run("lake", out var peak);
        ResultFiles.Write("full-scale", $"full scale, {GeneratorOptions.OriginalUsers:N0} users, beside whatever else the machine did", Report(steps, peak));
        Assert.True(peak < MostMemory, $"peak resident memory was {peak >> 20} MiB");
        Assert.Equal(1, steps["ml.models"].Rows);
        Assert.Equal(GeneratorOptions.OriginalUsers * 20L, steps["published.recommendations"].Rows);
        Assert.InRange(steps["published.next_basket"].Rows, GeneratorOptions.OriginalUsers, GeneratorOptions.OriginalUsers * 50L);
        Assert.Equal("1", Value("select count(*) from (select model from published.recommendations union select model from published.next_basket union select model_id from ml.models where state = 'champion') as models"));
        Assert.Equal(summary.Orders, steps["clean.orders"].Rows);
        Assert.Equal(steps["raw.order_products__prior"].Rows + steps["raw.order_products__train"].Rows, steps["clean.order_lines"].Rows);
        Assert.All(steps.Values, step => Assert.Equal(("built", 0L), (step.State, step.Quarantined)));

        Assert.All(Run("lake", out _).Values, step => Assert.Equal("skipped", step.State));

        // What bounds the memory of queries does not bound that of training and scoring, which are not done a second time.
        string[] queried = [.. steps.Keys.Except(_learnt)];
        Run("bounded", out _, "--memory", "2GiB", "--only", string.Join(',', queried));
        var bounded = LakeContents.Of(_folder["bounded"]);
        Assert.Equal(queried.Order(StringComparer.Ordinal), bounded.Keys.Where(table => !table.EndsWith(Quarantine.Suffix, StringComparison.Ordinal)));
        Assert.Equal(LakeContents.Of(_folder["lake"]).Where(table => bounded.ContainsKey(table.Key)), bounded);
    }

    public void Dispose() => _folder.Dispose();

    private string Value(string sql)
    {
        using var process = ProductProcess.Start("query", sql, "--lake", _folder["lake"], "--format", "csv");
        return process.WaitForSuccess().Split('\n')[1].Trim();
    }

    private static IEnumerable<string> Report(Dictionary<string, Step> steps, long peak) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"training {steps["ml.models"].Seconds:0} s, with loading the histories and measuring the model"),
        string.Create(
            CultureInfo.InvariantCulture,
            $"scoring everyone {Math.Max(steps["published.recommendations"].Seconds, steps["published.next_basket"].Seconds):0} s, lists and baskets, beside other steps"),
        string.Create(CultureInfo.InvariantCulture, $"peak resident memory {peak >> 20} MiB"),
    ];

    private Dictionary<string, Step> Run(string lake, out long peak, params string[] more)
    {
        using var process = ProductProcess.Start(["run", "--source", _folder["source"], "--lake", _folder[lake], "--json", "--no-progress", .. more]);
        using var document = JsonDocument.Parse(process.WaitForSuccess());
        peak = process.PeakBytes;
        return document.RootElement.GetProperty("steps").EnumerateArray().ToDictionary(
            step => step.GetProperty("name").GetString()!,
            step => new Step(
                step.GetProperty("state").GetString()!, step.GetProperty("rows").GetInt64(), step.GetProperty("quarantined").GetInt64(), step.GetProperty("seconds").GetDouble()));
    }

    private sealed record Step(string State, long Rows, long Quarantined, double Seconds);
}

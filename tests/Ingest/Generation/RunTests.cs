using Recommender.Ingest.Generation;
using Recommender.Tests;

namespace Recommender.Ingest.Tests.Generation;

/// <summary>What a caller sees of a run: faults, progress, cancellation, files that are in the way.</summary>
public sealed class RunTests : IDisposable
{
    private static readonly GeneratorOptions Small = new() { Users = 600, Products = 1_000 };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_faults_of_the_options_are_listed_at_once()
    {
        File.WriteAllText(_folder["orders.csv"], "mine");
        var options = new GeneratorOptions { Users = 0, Products = 999, Threads = -1 };
        var error = Assert.Throws<ArgumentException>(() => Run(options));
        Assert.Contains("Users is 0; it must be 1 to 5,000,000.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Products is 999; it must be 1,000 to 1,000,000.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Threads is -1; it must be 0 to 256.", error.Message, StringComparison.Ordinal);
        Assert.Contains("orders.csv", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder["orders.csv"]));
        Assert.Equal(3, options.Validate().Count);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(5_000_000, true)]
    [InlineData(5_000_001, false)]
    [InlineData(-1, false)]
    public void Users_are_1_to_5_million(int users, bool valid) =>
        Assert.Equal(valid, new GeneratorOptions { Users = users }.Validate().Count == 0);

    [Fact]
    public void Defaults_are_the_original_size() =>
        Assert.Equal((206_209, 49_688, 42L), (new GeneratorOptions().Users, new GeneratorOptions().Products, new GeneratorOptions().Seed));

    [Fact]
    public void A_single_user_and_the_smallest_catalogue_are_enough()
    {
        var summary = Run(new GeneratorOptions { Users = 1, Products = 1_000 });
        Assert.Equal(1, summary.Users);
        Assert.InRange(summary.Orders, 4, 100);
        Assert.Equal(1_000, GroceryData.Rows(_folder.Path, "products.csv").Count());
        Assert.Equal(134, GroceryData.Rows(_folder.Path, "products.csv").Select(row => row[2]).Distinct().Count());
    }

    [Fact]
    public void Every_order_has_a_line_even_where_users_run_out_of_new_products()
    {
        Run(new GeneratorOptions { Users = 2_000, Products = 1_000 });
        Assert.DoesNotContain(new GroceryData(_folder.Path).Orders, order => order.Set != "test" && order.Lines.Count == 0);
    }

    [Fact]
    public void Existing_files_are_replaced_only_when_asked_and_others_are_left_alone()
    {
        File.WriteAllText(_folder["aisles.csv"], "mine");
        File.WriteAllText(_folder["notes.txt"], "mine too");
        Assert.Throws<ArgumentException>(() => Run(Small));
        Assert.Equal("mine", File.ReadAllText(_folder["aisles.csv"]));
        Run(new GeneratorOptions { Users = 5, Products = 1_000, Overwrite = true });
        Assert.StartsWith("aisle_id", File.ReadAllText(_folder["aisles.csv"]), StringComparison.Ordinal);
        Assert.Equal("mine too", File.ReadAllText(_folder["notes.txt"]));
        Assert.Equal(7, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void Progress_grows_to_all_users_and_lines()
    {
        var reports = new List<GeneratorProgress>();
        var summary = GroceryGenerator.Generate(Small, _folder.Path, new Collect(reports.Add), CancellationToken.None);
        Assert.True(reports.Count > 1);
        Assert.Equal(reports.OrderBy(report => report.UsersDone), reports);
        Assert.Equal(600, reports[^1].UsersDone);
        Assert.Equal(
            summary.Lines["orders.csv"] + summary.Lines["order_products__prior.csv"] + summary.Lines["order_products__train.csv"],
            reports[^1].LinesWritten);
    }

    [Fact]
    public void A_cancelled_run_leaves_no_file()
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            GroceryGenerator.Generate(Small, _folder.Path, new Collect(_ => source.Cancel()), source.Token));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_run_cancelled_beforehand_leaves_existing_files_as_they_were()
    {
        File.WriteAllText(_folder["orders.csv"], "mine");
        using var source = new CancellationTokenSource();
        source.Cancel();
        var options = new GeneratorOptions { Users = 5, Products = 1_000, Overwrite = true };
        Assert.ThrowsAny<OperationCanceledException>(() => GroceryGenerator.Generate(options, _folder.Path, null, source.Token));
        Assert.Equal([_folder["orders.csv"]], Directory.GetFiles(_folder.Path));
        Assert.Equal("mine", File.ReadAllText(_folder["orders.csv"]));
    }

    [Fact]
    public void A_failing_observer_leaves_no_file()
    {
        var observer = new Collect(_ => throw new InvalidOperationException("stop"));
        Assert.Throws<InvalidOperationException>(() =>
            GroceryGenerator.Generate(Small, _folder.Path, observer, CancellationToken.None));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Nothing_is_written_where_the_directory_is_a_file()
    {
        File.WriteAllText(_folder["taken"], "mine");
        Assert.ThrowsAny<IOException>(() =>
            GroceryGenerator.Generate(Small, _folder["taken"], null, CancellationToken.None));
        Assert.Equal("mine", File.ReadAllText(_folder["taken"]));
    }

    private GeneratorSummary Run(GeneratorOptions options) =>
        GroceryGenerator.Generate(options, _folder.Path, null, CancellationToken.None);

    /// <summary>Reports on the thread that runs, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Collect(Action<GeneratorProgress> onReport) : IProgress<GeneratorProgress>
    {
        public void Report(GeneratorProgress value) => onReport(value);
    }
}

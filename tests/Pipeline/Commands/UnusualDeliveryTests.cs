using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Commands;

/// <summary>Rows that are unusual but sound: a run takes them to the end.</summary>
public sealed class UnusualDeliveryTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_known_last_basket_whose_gap_is_not_known_is_trained_on()
    {
        await LoadAsync(user: 101, gap: "", firstReordered: 0);
        var result = await _workspace.RunAsync("query", "select product_id, reordered, days_since_prior_order from ml.training_set where user_id = 101 order by product_id", "--format", "csv");
        Assert.Equal("product_id,reordered,days_since_prior_order\n1,1,\n2,1,\n3,1,\n", result.Out);
    }

    [Theory]
    [InlineData(5_000_000_000)]
    [InlineData(long.MaxValue)]
    public async Task A_user_may_have_any_id(long user)
    {
        await LoadAsync(user, gap: "7", firstReordered: 0);
        var result = await _workspace.RunAsync("query", $"select count(*) as listed from published.recommendations where user_id = {user}", "--format", "csv");
        Assert.Equal("listed\n12\n", result.Out);
    }

    [Fact]
    public async Task A_line_of_a_first_order_that_says_reordered_does_not_count_as_reordered()
    {
        await LoadAsync(user: 101, gap: "7", firstReordered: 1);
        var result = await _workspace.RunAsync("query", "select user_reorder_ratio from curated.user_features_2 where user_id = 101", "--format", "csv");
        Assert.Equal("user_reorder_ratio\n0\n", result.Out);
    }

    [Fact]
    public async Task A_place_in_the_cart_may_be_any()
    {
        var result = await _workspace.LoadAsync(extraLines: new Dictionary<string, string[]> { ["order_products__prior"] = ["11,12,2147483647,0"] });
        Assert.Equal((0, ""), (result.Code, result.Code == 0 ? "" : result.Error));
    }

    [Fact]
    public async Task A_train_order_without_lines_is_a_basket_that_is_not_known()
    {
        var result = await _workspace.LoadAsync(extraLines: new Dictionary<string, string[]>
        {
            ["orders"] = ["9001,101,prior,1,0,0,", "9002,101,train,2,0,0,7"],
            ["order_products__prior"] = ["9001,1,1,0"],
        });
        Assert.Equal((0, ""), (result.Code, result.Code == 0 ? "" : result.Error));
        var rows = await _workspace.RunAsync("query", "select count(*) as listed from ml.training_set where user_id = 101", "--format", "csv");
        Assert.Equal("listed\n0\n", rows.Out);
    }

    /// <summary>Loads the tiny delivery and a user with two prior orders of one product each and a train order.</summary>
    private async Task LoadAsync(long user, string gap, int firstReordered)
    {
        var loaded = await _workspace.LoadAsync(extraLines: new Dictionary<string, string[]>
        {
            ["orders"] = [$"9001,{user},prior,1,0,0,", $"9002,{user},prior,2,0,0,7", $"9003,{user},train,3,0,0,{gap}"],
            ["order_products__prior"] = [$"9001,1,1,{firstReordered}", "9001,3,2," + firstReordered, "9002,2,1,0"],
            ["order_products__train"] = ["9003,1,1,1", "9003,2,2,1", "9003,3,3,1"],
        });
        Assert.Equal((0, ""), (loaded.Code, loaded.Code == 0 ? "" : loaded.Error));
    }
}

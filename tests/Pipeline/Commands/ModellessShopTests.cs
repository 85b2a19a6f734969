using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Commands;

/// <summary>A shop that knows too little for a model is told so by every command that would use one.</summary>
public sealed class ModellessShopTests(LoadedWorkspace workspace) : IClassFixture<LoadedWorkspace>
{
    [Fact]
    public void The_run_says_why_there_is_no_model() =>
        Assert.Contains("ml.models: no model was trained: 6 fit users have a known next basket (order_products__train), and 200 are needed; lists come from decayed_frequency_filled", workspace.Loaded.Out, StringComparison.Ordinal);

    [Fact]
    public async Task There_is_no_model_to_list()
    {
        var text = await workspace.RunAsync("models");
        Assert.Equal(0, text.Code);
        Assert.StartsWith("no model yet: 'recommender train", text.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await workspace.RunAsync("models", "--json")).Json.GetProperty("models").GetArrayLength());
    }

    [Theory]
    [InlineData("there is no model 'learnt-1'; none was trained yet", "models", "show", "learnt-1")]
    [InlineData("no model is champion, so there is no score to explain", "explain", "--user", "1", "--product", "2")]
    [InlineData("there is no challenger to promote", "train", "--promote")]
    [InlineData("--budget 'soon': write a number and a unit", "tune", "--budget", "soon")]
    [InlineData("--trials '0': write a whole number from 1 to 10,000", "tune", "--trials", "0")]
    [InlineData("--seed 'x': write a whole number", "train", "--seed", "x")]
    [InlineData("Option '--product' is required.", "explain", "--user", "1")]
    public async Task What_needs_a_model_says_so_as_the_callers_fault(string message, params string[] args)
    {
        var result = await workspace.RunAsync(args);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Training_has_nothing_to_do_and_tuning_tries_nothing()
    {
        Assert.Contains("nothing to do", (await workspace.RunAsync("train")).Out, StringComparison.Ordinal);
        var tuned = await workspace.RunAsync("tune", "--budget", "10m", "--no-progress");
        Assert.Equal(0, tuned.Code);
        Assert.StartsWith("nothing was tried: 6 fit users have a known next basket", tuned.Out, StringComparison.Ordinal);
        Assert.Contains("nothing to do", (await workspace.RunAsync("run")).Out, StringComparison.Ordinal);
    }
}

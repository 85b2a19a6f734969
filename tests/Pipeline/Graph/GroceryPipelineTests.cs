using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.Tests.Graph;

public sealed class GroceryPipelineTests
{
    [Fact]
    public void Tables_and_streams_are_declared_soundly_under_names_of_their_own()
    {
        var all = GroceryPipeline.Tables.Concat(GroceryPipeline.Streams).ToList();

        Assert.Empty(all.SelectMany(table => table.Faults()));
        Assert.Equal(all.Count, all.Select(table => table.Name).Distinct().Count());
    }

    [Fact]
    public void No_step_builds_what_a_stream_fills() =>
        Assert.Empty(PipelineSteps().Intersect(GroceryPipeline.Streams.Select(table => table.Name.ToString())));

    private static IEnumerable<string> PipelineSteps() =>
        GroceryPipeline.Build(source: null, threads: 1, TimeProvider.System, TestContext.Current.CancellationToken).Steps.Select(step => step.Table.Name.ToString());
}

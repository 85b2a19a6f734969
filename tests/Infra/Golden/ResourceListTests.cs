using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Golden;

public sealed class ResourceListTests
{
    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Each_stack_has_the_resources_of_its_list(string name) => GoldenFile.Verify(name, [.. Lines(await Graphs.OfAsync(name))]);

    [Fact]
    public void A_difference_shows_what_came_and_what_went()
    {
        Assert.Equal(["- b", "+ d"], GoldenFile.Difference(["a", "b", "c"], ["a", "c", "d"]));
        Assert.Empty(GoldenFile.Difference(["a"], ["a"]));
        Assert.NotEmpty(GoldenFile.Difference(["a", "b"], ["b", "a"]));
    }

    private static IEnumerable<string> Lines(StackGraph graph) => graph.Resources
        .Select(resource => $"{resource.Type} {resource.Name}{(resource.Options.Protect == true ? " protect" : "")}{(resource.Options.RetainOnDelete == true ? " retain" : "")}")
        .Order(StringComparer.Ordinal);
}

namespace Recommender.Infra.Tests.Harness;

/// <summary>The graphs of the program, each built once.</summary>
internal static class Graphs
{
    private static readonly Dictionary<string, StackGraph> _built = [];
    private static readonly SemaphoreSlim _one = new(1);

    /// <summary>The names of all variants, for theories.</summary>
    public static TheoryData<string> Names => [.. StackVariant.All.Select(variant => variant.Name)];

    /// <summary>The graph of a variant.</summary>
    /// <param name="name">Such as <c>uat-everything</c>.</param>
    public static async Task<StackGraph> OfAsync(string name)
    {
        await _one.WaitAsync();
        try
        {
            if (!_built.TryGetValue(name, out var graph))
            {
                _built[name] = graph = await GraphBuilder.BuildAsync(StackVariant.All.Single(variant => variant.Name == name));
            }

            return graph;
        }
        finally
        {
            _one.Release();
        }
    }
}

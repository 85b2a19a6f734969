using Recommender.Ingest.Generation;

namespace Recommender.Ingest.Tests.Generation;

/// <summary>One run of 3,000 users that several tests look at.</summary>
public sealed class GeneratedGroceries : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public GeneratedGroceries()
    {
        Summary = GroceryGenerator.Generate(new GeneratorOptions { Users = 3_000 }, folder.Path, null, CancellationToken.None);
        Data = new GroceryData(folder.Path);
        Statistics = new GroceryStatistics(Data);
    }

    public GeneratorSummary Summary { get; }

    internal GroceryData Data { get; }

    internal GroceryStatistics Statistics { get; }

    internal string Folder => folder.Path;

    public void Dispose() => folder.Dispose();
}

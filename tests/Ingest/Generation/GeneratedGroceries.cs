using Recommender.Ingest.Generation;
using Recommender.Tests;

namespace Recommender.Ingest.Tests.Generation;

/// <summary>One run of 3,000 users that several tests look at.</summary>
public sealed class GeneratedGroceries : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GeneratedGroceries()
    {
        Summary = GroceryGenerator.Generate(new GeneratorOptions { Users = 3_000 }, _folder.Path, null, CancellationToken.None);
        Data = new GroceryData(_folder.Path);
        Statistics = new GroceryStatistics(Data);
    }

    public GeneratorSummary Summary { get; }

    internal GroceryData Data { get; }

    internal GroceryStatistics Statistics { get; }

    internal string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();
}

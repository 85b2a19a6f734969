namespace Recommender.Ingest.Tests.Generation;

/// <summary>Test classes that share one generated set.</summary>
[CollectionDefinition(Name)]
public sealed class GeneratedGroceriesSet : ICollectionFixture<GeneratedGroceries>
{
    internal const string Name = "generated groceries";
}

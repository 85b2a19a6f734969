using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Support;

/// <summary>Holds a ranker ahead of another, and writes by how much.</summary>
internal static class Ahead
{
    public static void BeyondNoise(string metric, string baseline, PairedComparison compared)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{metric} beside {baseline}: {compared}");
        Assert.True(compared.AheadBeyondNoise, $"{metric} beside {baseline}: {compared}");
    }
}

using Amazon.Athena;

namespace Recommender.AwsSdk.Tests.Harness;

/// <summary>Tells the projects in offline/ from the published packages, which have more than this program uses.</summary>
internal static class StandIns
{
    /// <summary>Skips a test that is about the projects in offline/ alone where the feed has the packages.</summary>
    public static void Require() => Assert.SkipUnless(
        typeof(AmazonAthenaClient).Assembly.GetReferencedAssemblies().Any(name => name.Name == "Recommender.AwsSdk.Protocol"),
        "the feed has the AWS SDK's packages: nothing stands in for them");
}

using Pulumi;

namespace Recommender.Infra;

/// <summary>What <c>pulumi up</c> runs.</summary>
public static class Program
{
    /// <summary>Deploys the stack that Pulumi selected.</summary>
    public static Task<int> Main() => Deployment.RunAsync(() => { });
}

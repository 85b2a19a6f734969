using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Settings;

namespace Recommender.Infra;

/// <summary>What <c>pulumi up</c> runs: one page that wires the components of a stack.</summary>
public static class Program
{
    /// <summary>Deploys the stack that Pulumi selected.</summary>
    public static Task<int> Main() => Deployment.RunAsync(() => Task.FromResult(Wire()), Options());

    /// <summary>The options of every stack: its tags on everything.</summary>
    public static StackOptions Options() => new()
    {
        ResourceTransformations = { Tagging.Of(new(() => StackTags.Of(Deployment.Instance.StackName, SettingsReader.Read()))) },
    };

    /// <summary>Makes the components of the current stack.</summary>
    /// <returns>The stack's outputs: what people need next.</returns>
    public static IDictionary<string, object?> Wire()
    {
        var context = StackContext.Current();
        return new Dictionary<string, object?> { ["account"] = context.AccountId };
    }
}

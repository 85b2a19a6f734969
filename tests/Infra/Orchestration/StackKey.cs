using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Orchestration;

/// <summary>Requests to the stack's key.</summary>
internal static class StackKey
{
    /// <summary>The condition keys of a request: the key's tags, which the boundary of roles asks for, and what the request adds.</summary>
    public static (string Key, string Value)[] Of(StackGraph graph, params (string Key, string Value)[] request) =>
        [("aws:ResourceTag/project", "recommender"), ("aws:ResourceTag/stack", graph.Stack), .. request];
}

using Recommender.Pipeline.StateMachine;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>The kinds of jobs by the names of their things: <c>ingest</c>.</summary>
internal static class JobThings
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. JobKinds.All.Select(kind => kind.ToString().ToLowerInvariant())];
}

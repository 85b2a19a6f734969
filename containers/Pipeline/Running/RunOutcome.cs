using Recommender.Pipeline.Evaluation;

namespace Recommender.Pipeline.Running;

/// <summary>What a run did.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Steps">The results, in the graph's order.</param>
/// <param name="Metrics">The rankers' metrics as they are now; empty where nothing could be measured.</param>
internal sealed record RunOutcome(string Run, IReadOnlyList<StepResult> Steps, IReadOnlyList<MetricRow> Metrics);

using System.Globalization;
using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Console;

/// <summary>How a step is doing, in words.</summary>
internal static class ProgressText
{
    /// <summary>A running step in one line; what is unknown is left out.</summary>
    /// <param name="step">The step.</param>
    /// <param name="withRate">Whether to say how many rows a second.</param>
    public static string Line(RunningStep step, bool withRate = true)
    {
        string?[] parts =
        [
            step.Name,
            step.Activity,
            step.Fraction >= 0 ? Percent(step.Fraction) : null,
            step.Rows > 0 ? HumanText.Of(step.Rows, "row") : null,
            withRate && step.Rate is { } rate ? HumanText.Rate(rate) : null,
            step.Remaining is { } remaining ? $"ETA {HumanText.Span(remaining)}" : null,
        ];
        return string.Join("  ", parts.OfType<string>());
    }

    /// <summary>A step that ended, in one line.</summary>
    public static string Ended(StepResult result) => result.State switch
    {
        StepState.Built when result.Quarantined > 0 => $"{result.Name}  built: {HumanText.Of(result.Rows, "row")}, {HumanText.Count(result.Quarantined)} quarantined, {HumanText.Seconds(result.Elapsed)} s",
        StepState.Built => $"{result.Name}  built: {HumanText.Of(result.Rows, "row")}, {HumanText.Seconds(result.Elapsed)} s",
        StepState.Staged => $"{result.Name}  staged: {HumanText.Of(result.Rows, "row")}, {HumanText.Seconds(result.Elapsed)} s",
        StepState.Failed when result.Error is OperationCanceledException => $"{result.Name}  stopped",
        StepState.Failed => $"{result.Name}  failed: {FirstLine(result.Reason)}",
        _ => $"{result.Name}  skipped: {result.Reason}",
    };

    /// <summary>A share as <c>45 %</c>.</summary>
    public static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(fraction, 0, 1) * 100:0} %");

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}

using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Console;

/// <summary>Shows a run's progress on the error stream: redrawn in a window, as plain lines elsewhere, or not at all.</summary>
internal static class RunProgress
{
    /// <summary>Runs work that reports.</summary>
    public static async Task<T> ShowAsync<T>(Terminal terminal, bool quiet, Func<IRunReporter, Task<T>> work)
    {
        if (quiet || !terminal.CanRedraw())
        {
            return await work(new PlainReporter(terminal, quiet)).ConfigureAwait(false);
        }

        using var live = new LiveReporter(terminal.Error, terminal.ErrorWidth, terminal.Color);
        return await work(live).ConfigureAwait(false);
    }
}

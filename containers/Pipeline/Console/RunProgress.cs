using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Console;

/// <summary>Shows a run's progress on the error stream: redrawn in a window, as plain lines elsewhere, or not at all.</summary>
internal static class RunProgress
{
    /// <summary>Runs work that reports.</summary>
    public static async Task<T> ShowAsync<T>(Terminal terminal, bool quiet, Func<IRunReporter, Task<T>> work)
    {
        if (quiet || !terminal.ErrorIsTerminal)
        {
            return await work(new PlainReporter(terminal, quiet)).ConfigureAwait(false);
        }

        return await LiveReporter.ShowAsync(terminal, work).ConfigureAwait(false);
    }
}

using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;

namespace Recommender.Pipeline.Lakes;

/// <summary>Work that only the holder of a right to write may do.</summary>
internal static class Writing
{
    /// <summary>Does the work, and stops it where the right is lost.</summary>
    /// <param name="writer">The right; null for work that needs none.</param>
    /// <param name="lake">The lake, for the message.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">The right was lost; the work has stopped.</exception>
    public static async Task<T> WhileAsync<T>(ILakeLock? writer, string lake, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var lost = writer?.Lost ?? CancellationToken.None;
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost);
        try
        {
            return await work(working.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new EnvironmentException($"{lake}: the right to write was lost while the work went on, so it stopped; what was done is whole. Start it again", error);
        }
    }
}

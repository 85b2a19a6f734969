using Recommender.Lake.Aws;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Cloud;

/// <summary>Calls of AWS whose faults a person can read.</summary>
internal static class CloudCall
{
    /// <summary>Makes a call.</summary>
    /// <param name="operation">What is called and on what, such as <c>ECS RunTask of clean.orders</c>.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">It failed, after the SDK's retries.</exception>
    public static async Task<T> Async<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (AwsFault.IsFault(error, cancellationToken))
        {
            throw AwsFault.Of(operation, error);
        }
    }
}

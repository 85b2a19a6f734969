using Recommender.Lake.Errors;

namespace Recommender.Lake.Snapshots;

/// <summary>Work on files whose failures are the environment's.</summary>
internal static class Disk
{
    /// <summary>Does the work.</summary>
    /// <param name="failure">What it means when the work fails; the cause is added.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="EnvironmentException">The disk is full, a file is missing, access is denied, or the lake's storage failed.</exception>
    public static void Write(string failure, Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or EnvironmentException)
        {
            throw new EnvironmentException($"{failure}: {error.Message}", error);
        }
    }

    /// <summary>Does work whose failures say by themselves which file they are of.</summary>
    /// <exception cref="EnvironmentException">The disk is full, a file is missing, or access is denied.</exception>
    public static T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException(error.Message, error);
        }
    }

    /// <inheritdoc cref="Try{T}"/>
    public static void Try(Action work) => Try(() =>
    {
        work();
        return true;
    });
}

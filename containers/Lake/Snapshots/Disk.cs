using Recommender.Lake.Errors;

namespace Recommender.Lake.Snapshots;

/// <summary>Work on files whose failures are the environment's.</summary>
internal static class Disk
{
    /// <summary>Does the work.</summary>
    /// <param name="failure">What it means when the work fails; the cause is added.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="EnvironmentException">The disk is full, a file is missing, or access is denied.</exception>
    public static void Write(string failure, Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException($"{failure}: {error.Message}", error);
        }
    }
}

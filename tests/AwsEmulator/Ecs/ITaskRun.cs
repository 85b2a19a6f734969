namespace Recommender.AwsEmulator.Ecs;

/// <summary>What runs in a container.</summary>
public interface ITaskRun : IDisposable
{
    /// <summary>Its exit code, once it has ended and all it wrote has been taken.</summary>
    Task<int> Ended { get; }

    /// <summary>Asks it to end (SIGTERM).</summary>
    void Terminate();

    /// <summary>Ends it (SIGKILL).</summary>
    void Kill();
}

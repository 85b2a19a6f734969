namespace Recommender.Lake.Snapshots;

/// <summary>The right to write, until it is disposed.</summary>
public interface ILakeLock : IDisposable
{
    /// <summary>Is cancelled when the right is lost: it could not be renewed, and another may have it.</summary>
    CancellationToken Lost { get; }
}

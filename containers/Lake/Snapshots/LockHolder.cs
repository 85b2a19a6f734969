namespace Recommender.Lake.Snapshots;

/// <summary>Who writes to a lake, for the message that others get.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Machine">The machine's name.</param>
/// <param name="Since">Since when, UTC.</param>
internal sealed record LockHolder(int ProcessId, string Machine, DateTimeOffset Since);

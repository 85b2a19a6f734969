namespace Recommender.Lake.Snapshots;

/// <summary>A pointer as it was read.</summary>
/// <param name="Pointer">The pointer.</param>
/// <param name="Version">What tells this state of it from every other.</param>
public sealed record VersionedPointer(Pointer Pointer, string Version);

namespace Recommender.Lake.Snapshots;

/// <summary>The one file of a table that publication replaces.</summary>
/// <param name="Snapshot">The current snapshot's id.</param>
/// <param name="Held">
/// After a rollback, the fingerprint that was rolled back: a run does not build it again until something it follows from changes.
/// </param>
public sealed record Pointer(string Snapshot, string? Held = null);

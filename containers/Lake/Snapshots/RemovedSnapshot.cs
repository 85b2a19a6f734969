using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>A snapshot that <c>gc</c> removed, or would remove.</summary>
/// <param name="Table">The table.</param>
/// <param name="Snapshot">The snapshot's id.</param>
/// <param name="Bytes">What its files took, in bytes; files shared with other snapshots by hard links are counted too.</param>
public sealed record RemovedSnapshot(TableName Table, string Snapshot, long Bytes);

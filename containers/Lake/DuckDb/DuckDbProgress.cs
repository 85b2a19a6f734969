namespace Recommender.Lake.DuckDb;

/// <summary>How far the running statement is.</summary>
/// <param name="Fraction">0..1, or -1 where DuckDB cannot tell.</param>
/// <param name="RowsProcessed">Rows read so far.</param>
/// <param name="TotalRows">Rows to read, as estimated.</param>
public readonly record struct DuckDbProgress(double Fraction, ulong RowsProcessed, ulong TotalRows);

using System.Runtime.InteropServices;

namespace Recommender.Lake.DuckDb;

/// <summary>An INTERVAL; its three parts are kept apart, as a month has no fixed length. Laid out as DuckDB stores it.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDbInterval(int Months, int Days, long Microseconds);

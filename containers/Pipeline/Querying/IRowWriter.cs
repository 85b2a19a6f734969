using Recommender.Lake.DuckDb;

namespace Recommender.Pipeline.Querying;

/// <summary>Writes a query's rows in one format, as they come.</summary>
internal interface IRowWriter : IDisposable
{
    /// <summary>Begins, once the columns are known.</summary>
    void Begin(IReadOnlyList<DuckDbColumn> columns);

    /// <summary>Writes the rows of a chunk.</summary>
    /// <returns>Whether more rows are wanted.</returns>
    bool Write(DuckDbChunk chunk);

    /// <summary>Ends.</summary>
    void End();
}

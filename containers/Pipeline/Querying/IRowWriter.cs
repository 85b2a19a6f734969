using Recommender.Lake.Engine;

namespace Recommender.Pipeline.Querying;

/// <summary>Writes a query's rows in one format, as they come.</summary>
internal interface IRowWriter : IDisposable
{
    /// <summary>Begins, once the columns are known.</summary>
    void Begin(IReadOnlyList<SqlColumn> columns);

    /// <summary>Writes a row, unless enough were written.</summary>
    /// <returns>Whether it was written; where not, no further row is wanted.</returns>
    bool Write(IReadOnlyList<object?> row);

    /// <summary>Ends.</summary>
    void End();
}

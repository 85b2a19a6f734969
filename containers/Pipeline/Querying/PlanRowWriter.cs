using Recommender.Lake.DuckDb;

namespace Recommender.Pipeline.Querying;

/// <summary>The plans that EXPLAIN gives, drawn over many lines by the engine.</summary>
/// <param name="output">Where they go.</param>
internal sealed class PlanRowWriter(TextWriter output) : IRowWriter
{
    /// <inheritdoc/>
    public void Begin(IReadOnlyList<DuckDbColumn> columns)
    {
    }

    /// <inheritdoc/>
    public bool Write(DuckDbChunk chunk)
    {
        for (var row = 0; row < chunk.Count; row++)
        {
            output.WriteLine(chunk.GetString(1, row));
        }

        return true;
    }

    /// <inheritdoc/>
    public void End()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

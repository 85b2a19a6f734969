using Recommender.Lake.Engine;

namespace Recommender.Pipeline.Querying;

/// <summary>The plans that EXPLAIN gives, drawn over many lines by the engine.</summary>
/// <param name="output">Where they go.</param>
internal sealed class PlanRowWriter(TextWriter output) : IRowWriter
{
    /// <inheritdoc/>
    public void Begin(IReadOnlyList<SqlColumn> columns)
    {
    }

    /// <inheritdoc/>
    public bool Write(IReadOnlyList<object?> row)
    {
        output.WriteLine(row[^1]);
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

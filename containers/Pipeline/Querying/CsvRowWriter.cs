using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Recommender.Lake.DuckDb;

namespace Recommender.Pipeline.Querying;

/// <summary>Rows as CSV with a header line; NULL is an empty field.</summary>
/// <param name="output">Where they go; stays open.</param>
internal sealed class CsvRowWriter(TextWriter output) : IRowWriter
{
    private readonly CsvWriter _csv = new(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
    private int _columns;

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<DuckDbColumn> columns)
    {
        _columns = columns.Count;
        foreach (var column in columns)
        {
            _csv.WriteField(column.Name);
        }

        _csv.NextRecord();
    }

    /// <inheritdoc/>
    public bool Write(DuckDbChunk chunk)
    {
        for (var row = 0; row < chunk.Count; row++)
        {
            for (var column = 0; column < _columns; column++)
            {
                _csv.WriteField(ValueText.Of(chunk.GetValue(column, row)));
            }

            _csv.NextRecord();
        }

        return true;
    }

    /// <inheritdoc/>
    public void End() => _csv.Flush();

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();
}

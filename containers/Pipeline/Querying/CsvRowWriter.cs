using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Recommender.Lake.Engine;

namespace Recommender.Pipeline.Querying;

/// <summary>Rows as CSV with a header line; NULL is an empty field.</summary>
/// <param name="output">Where they go; stays open.</param>
internal sealed class CsvRowWriter(TextWriter output) : IRowWriter
{
    private readonly CsvWriter _csv = new(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<SqlColumn> columns)
    {
        foreach (var column in columns)
        {
            _csv.WriteField(column.Name);
        }

        _csv.NextRecord();
    }

    /// <inheritdoc/>
    public bool Write(IReadOnlyList<object?> row)
    {
        foreach (var value in row)
        {
            _csv.WriteField(ValueText.Of(value));
        }

        _csv.NextRecord();
        return true;
    }

    /// <inheritdoc/>
    public void End() => _csv.Flush();

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();
}

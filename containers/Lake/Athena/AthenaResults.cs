using Amazon.Athena.Model;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Athena;

/// <summary>The results of a query that succeeded, page by page.</summary>
internal sealed class AthenaResults
{
    private readonly AthenaCalls _calls;
    private readonly string _id;
    private readonly StatementKind _kind;
    private readonly GetQueryResultsResponse _first;

    private AthenaResults(AthenaCalls calls, string id, StatementKind kind, GetQueryResultsResponse first)
    {
        _calls = calls;
        _id = id;
        _kind = kind;
        _first = first;
        Columns = [.. (first.ResultSet?.ResultSetMetadata?.ColumnInfo ?? []).Select(column => new SqlColumn(column.Name, column.Type))];
    }

    /// <summary>The columns; none of an INSERT.</summary>
    public IReadOnlyList<SqlColumn> Columns { get; }

    /// <summary>Rows that the statement wrote.</summary>
    public long Written => _first.UpdateCount ?? 0;

    /// <summary>Fetches the first page.</summary>
    public static AthenaResults Open(AthenaCalls calls, string id, StatementKind kind, CancellationToken cancellationToken) =>
        new(calls, id, kind, calls.Results(id, null, cancellationToken));

    /// <summary>The rows; pages after the first are fetched while they are taken.</summary>
    public IEnumerable<IReadOnlyList<object?>> Rows(CancellationToken cancellationToken)
    {
        var skip = HasNames ? 1 : 0;
        for (var page = _first; page is not null; page = Next(page, cancellationToken))
        {
            foreach (var row in (page.ResultSet?.Rows ?? []).Skip(skip))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Read(row);
            }

            skip = 0;
        }
    }

    /// <summary>A SELECT's first row is the names of its columns, and EXPLAIN's may be.</summary>
    private bool HasNames => _kind == StatementKind.Select
        || (_kind == StatementKind.Explain && _first.ResultSet?.Rows is [{ Data: [{ VarCharValue: var name }] }, ..] && name == Columns[0].Name);

    private GetQueryResultsResponse? Next(GetQueryResultsResponse page, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(page.NextToken) ? null : _calls.Results(_id, page.NextToken, cancellationToken);

    private object?[] Read(Row row)
    {
        var values = new object?[Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var text = i < (row.Data?.Count ?? 0) ? row.Data![i].VarCharValue : null;
            try
            {
                values[i] = AthenaValue.Read(text, Columns[i].Type);
            }
            catch (Exception error) when (error is FormatException or OverflowException)
            {
                throw new EnvironmentException($"Athena query {_id}: column {Columns[i].Name} holds '{text}', which is no {Columns[i].Type} that can be read; cast it to varchar in the query", error);
            }
        }

        return values;
    }
}

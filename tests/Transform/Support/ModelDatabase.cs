using Recommender.Lake.Checks;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;

namespace Recommender.Transform.Tests.Support;

/// <summary>A database in memory with tables as the declarations type them, filled from CSV files or by the models.</summary>
internal sealed class ModelDatabase : IDisposable
{
    private readonly DuckDbDatabase _database = DuckDbDatabase.Open(null, new DuckDbOptions { Threads = 2 });
    private readonly DuckDbConnection _connection;

    public ModelDatabase()
    {
        _connection = _database.Connect();
        foreach (var zone in ZoneNames.All)
        {
            Execute($"create schema {zone}");
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Execute(string sql) => _connection.Execute(sql, Cancellation);

    /// <summary>All rows of a query, each as text between bars; NULL is the empty sign ∅.</summary>
    public List<string> Rows(string sql)
    {
        using var result = _connection.Query(sql, Cancellation);
        var rows = new List<string>();
        while (result.TryRead(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                rows.Add(string.Join(" | ", Enumerable.Range(0, result.Columns.Count).Select(column => FormattableString.Invariant($"{chunk.GetValue(column, row) ?? "∅"}"))));
            }
        }

        return rows;
    }

    public long Count(string relation) => _connection.Scalar<long>($"select count(*) from {relation}", Cancellation);

    /// <summary>Names and types of a query's columns.</summary>
    public List<(string Name, string Type)> Describe(string sql)
    {
        using var result = _connection.Query($"select * from ({sql}) as described limit 0", Cancellation);
        return [.. result.Columns.Select(column => (column.Name, column.Type.ToString().ToLowerInvariant()))];
    }

    public void Create(string relation, IEnumerable<(string Name, string Type)> columns) =>
        Execute($"create table {relation} ({string.Join(", ", columns.Select(column => $"{column.Name} {column.Type}"))})");

    /// <summary>
    /// Adds a CSV file's rows; columns that it lacks are NULL, except where a row came from: the table's own file, and
    /// the row's line. Nothing between commas is NULL, "" is empty text.
    /// </summary>
    public void Load(string relation, IReadOnlyList<(string Name, string Type)> columns, string file)
    {
        var types = columns.ToDictionary(column => column.Name, column => column.Type);
        var header = File.ReadLines(file).First().Split(',');
        Assert.All(header, name => Assert.True(types.ContainsKey(name), $"{file}: {relation} has no column {name}"));
        var typed = string.Join(", ", header.Select(name => $"'{name}': '{types[name]}'"));
        var provenance = types.ContainsKey("batch_id") && !header.Contains("source_line")
            ? $", {SqlText.Literal(Path.GetFileName(file)[(Path.GetFileName(file).IndexOf('.', StringComparison.Ordinal) + 1)..])} as source_file, row_number() over () + 1 as source_line"
            : "";
        Execute(
            $"insert into {relation} by name select *{provenance} from read_csv({SqlText.Literal(file)}, auto_detect = false, header = true, delim = ',',"
            + $" quote = '\"', escape = '\"', allow_quoted_nulls = false, columns = {{{typed}}})");
    }

    /// <summary>Runs a model: its kept rows become its table, its refused ones <c>zone.table__quarantine</c>.</summary>
    public void Build(SqlModel model)
    {
        var name = model.Table.Name.ToString();
        var columns = string.Join(", ", model.Table.Columns.Select(column => column.Name));
        Execute($"create temp table built as {model.Render(SqlDialect.DuckDb)}");
        if (model.Table.HasQuarantine)
        {
            Execute($"create table {name + Quarantine.Suffix} as select {string.Join(", ", Quarantine.Columns.Select(column => column.Name))} from built where {Quarantine.Reason} is not null");
            Execute($"create table {name} as select {columns} from built where {Quarantine.Reason} is null");
        }
        else
        {
            Execute($"create table {name} as select {columns} from built");
        }

        Execute("drop table built");
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }
}

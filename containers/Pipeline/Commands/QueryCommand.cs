using System.CommandLine;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Lakes;
using Recommender.Pipeline.Querying;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender query</c>: SQL over the lake.</summary>
internal sealed class QueryCommand : ProgramCommand
{
    /// <summary>The default of <c>--limit</c>: 100 rows.</summary>
    public const int DefaultLimit = 100;

    private readonly Argument<string> _sql = new("SQL") { Description = "The query, or - to read it from the input" };

    private readonly Option<string> _format = new("--format")
    {
        Description = "table, csv or json",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "table",
    };

    private readonly Option<int?> _limit = Numbers.Between("--limit", 1, 1_000_000, DefaultLimit, "Rows that a table shows at most; csv and json have all");

    private readonly Option<TimeSpan?> _reuse = new("--reuse")
    {
        Description = "On AWS, take an earlier result of the same query that is not older, such as 1h, instead of running it again: free, but it does not see what was published since [default: never]",
        HelpName = "DURATION",
        CustomParser = ArgumentParsers.Duration("--reuse", TimeSpan.FromDays(7)),
    };

    public QueryCommand()
        : base("query", "Answers a question in SQL. Every table is there as ZONE.TABLE, and the rows it refused as ZONE.TABLE__quarantine. Only reads; works while another process writes.")
    {
        _format.AcceptOnlyFromAmong("table", "csv", "json");
        Add(_sql);
        Add(_format);
        Add(_limit);
        Add(_reuse);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("the most bought products", "recommender query \"select product_name, purchases from published.popularity_by_segment join clean.products using (product_id) where segment = 'all' order by popularity_rank limit 10\""),
        new("why were rows refused?", "recommender query \"select reject_reason, count(*) from raw.orders__quarantine group by all\""),
        new("a whole table as CSV", "recommender query \"from curated.prd_features\" --format csv > prd_features.csv"),
        new("a query from a file", "recommender query - < question.sql"),
        new("the same question to Athena", "recommender query \"select count(*) from clean.orders\" --lake s3://recommender-uat"),
    ];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var sql = parsed.GetValue(_sql)!;
        sql = sql == "-" ? terminal.In.ReadToEnd() : sql;
        if (string.IsNullOrWhiteSpace(sql))
        {
            throw new CallerException("there is no SQL to run: write it in quotes, or - to read it from the input");
        }

        using var place = OpenLake.Existing(parsed, terminal, cancellationToken);
        if (place.Questions is { } engine)
        {
            Ask(new EngineQuestion(place.Store, engine), sql, parsed, terminal, cancellationToken);
        }
        else
        {
            AskEmbedded(place, sql, parsed, terminal, cancellationToken);
        }

        return Task.FromResult(ExitCodes.Fine);
    }

    private void Ask(EngineQuestion question, string sql, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        using var query = question.Run(sql, parsed.GetValue(_reuse), cancellationToken);
        using var writer = Writer(parsed, terminal, isPlan: query.Columns is [{ Name: "Query Plan" }]);
        Write(writer, query.Columns, query.Rows(cancellationToken));
        writer.End();
        terminal.Error.WriteLine(EngineQuestion.Statement(query));
    }

    private void AskEmbedded(ILakePlace place, string sql, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        using var lake = OpenLake.Over(place, parsed, GroceryPipeline.Tables, cancellationToken);
        using var connection = lake.Engine.Connect();
        var query = new ReadOnlyQuery(place.Store, GroceryPipeline.Tables, connection);
        using var result = query.Run(sql, cancellationToken);
        var columns = result.Columns.Select(column => new SqlColumn(column.Name, column.Type.ToString().ToLowerInvariant())).ToList();
        using var writer = Writer(parsed, terminal, isPlan: columns is [{ Name: "explain_key" }, _]);
        query.Translate(sql, () => Write(writer, columns, Rows(result)));
        writer.End();
    }

    private static int Write(IRowWriter writer, IReadOnlyList<SqlColumn> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        writer.Begin(columns);
        return rows.TakeWhile(writer.Write).Count();
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(DuckDbResult result) =>
        from chunk in result.Chunks()
        from row in Enumerable.Range(0, chunk.Count)
        select Enumerable.Range(0, result.Columns.Count).Select(column => chunk.GetValue(column, row)).ToList();

    private IRowWriter Writer(ParseResult parsed, Terminal terminal, bool isPlan) => parsed.GetValue(_format) switch
    {
        "csv" => new CsvRowWriter(terminal.Out),
        "json" => new JsonRowWriter(terminal.Out),
        _ when isPlan => new PlanRowWriter(terminal.Out),
        _ => new TableRowWriter(terminal, parsed.GetValue(_limit)!.Value),
    };
}

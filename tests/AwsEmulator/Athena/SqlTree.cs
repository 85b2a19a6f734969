using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.Lake.DuckDb;

namespace Recommender.AwsEmulator.Athena;

/// <summary>A query as the embedded engine's parser understands it.</summary>
internal sealed class SqlTree
{
    private static readonly HashSet<string> _functionsWithoutParentheses = ["current_date", "current_timestamp", "current_time", "localtime", "localtimestamp"];

    private readonly List<SqlTableReference> _tables = [];
    private readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly JsonObject _root;

    private SqlTree(JsonObject root)
    {
        _root = root;
        Walk(root);
    }

    /// <summary>The tables that it reads; names of WITH queries are not among them.</summary>
    public IEnumerable<SqlTableReference> Tables => _tables.Where(table => table.Database.Length > 0 || !_named.Contains(table.Name));

    /// <summary>Parses a query.</summary>
    /// <param name="connection">The engine.</param>
    /// <param name="statement">The statement that holds it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="MalformedSqlException">It cannot be parsed.</exception>
    public static SqlTree Parse(DuckDbConnection connection, AthenaStatement statement, CancellationToken cancellationToken)
    {
        var text = connection.Scalar<string>($"select cast(json_serialize_sql({DuckDbQuote.Literal(statement.QueryText)}) as varchar)", cancellationToken)!;
        var parsed = JsonNode.Parse(text)!.AsObject();
        if (!parsed["error"]!.GetValue<bool>())
        {
            return new SqlTree(parsed["statements"]![0]!["node"]!.AsObject());
        }

        var place = int.TryParse(parsed["position"]?.GetValue<string>(), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? statement.Query + SqlPlace.OfByte(statement.QueryText, position)
            : statement.Sql.Length;
        var at = statement.QueryTokens.FirstOrDefault(token => token.Start >= place);
        throw at is null
            ? new MalformedSqlException(statement.Sql, statement.Sql.Length, "mismatched input '<EOF>'. Expecting: <expression>")
            : TrinoGrammarRules.Refused(statement.Sql, at);
    }

    /// <summary>The names of the result's columns: <c>_col0</c> where an expression has none.</summary>
    /// <param name="engine">What the engine calls them.</param>
    public IReadOnlyList<string> ColumnNames(IReadOnlyList<string> engine)
    {
        return
        [
            .. engine.Select((name, index) =>
            {
                var given = Item(index, engine.Count) is { } item ? Given(item) : Plain(name);
                return given?.ToLowerInvariant() ?? string.Create(CultureInfo.InvariantCulture, $"_col{index}");
            }),
        ];
    }

    /// <summary>Whether a column of the result is a bare NULL, to which the engine gives a type.</summary>
    /// <param name="index">The column, from 0.</param>
    /// <param name="count">How many the result has.</param>
    public bool IsNull(int index, int count) => Item(index, count)?["value"] is JsonObject value && value["is_null"]?.GetValue<bool>() == true;

    // What is written for a column; null where a star stands for it.
    private JsonObject? Item(int index, int count)
    {
        var node = _root;
        while (node["left"] is JsonObject left)
        {
            node = left;
        }

        var items = (node["select_list"] as JsonArray ?? []).Select(item => item!.AsObject()).ToList();
        var (first, last) = (items.FindIndex(IsStar), items.FindLastIndex(IsStar));
        var fromEnd = items.Count - (count - index);
        return first < 0 || index < first ? items.ElementAtOrDefault(index) : fromEnd > last ? items[fromEnd] : null;
    }

    private static bool IsStar(JsonObject item) => item["class"]!.GetValue<string>() == "STAR";

    private static string? Given(JsonObject item)
    {
        var alias = item["alias"]!.GetValue<string>();
        var column = item["column_names"] is JsonArray names ? names[^1]!.GetValue<string>() : null;
        return alias.Length > 0 ? alias : column is null || _functionsWithoutParentheses.Contains(column.ToLowerInvariant()) ? null : column;
    }

    // What a star brings has a name, unless it comes from an expression without one.
    private static string? Plain(string name) => name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or ' ') && !char.IsAsciiDigit(name[0]) ? name : null;

    private void Walk(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Walk(item);
                }

                break;
            case JsonObject holder:
                Take(holder);
                foreach (var (_, value) in holder)
                {
                    Walk(value);
                }

                break;
        }
    }

    private void Take(JsonObject holder)
    {
        if (holder["cte_map"]?["map"] is JsonArray queries)
        {
            foreach (var query in queries)
            {
                _named.Add(query!["key"]!.GetValue<string>());
            }
        }

        if (holder["type"] is JsonValue type && type.TryGetValue<string>(out var kind) && kind == "BASE_TABLE")
        {
            _tables.Add(new(
                holder["catalog_name"]!.GetValue<string>(),
                holder["schema_name"]!.GetValue<string>(),
                holder["table_name"]!.GetValue<string>(),
                (int)Math.Min(int.MaxValue, holder["query_location"]!.GetValue<ulong>())));
        }
    }
}

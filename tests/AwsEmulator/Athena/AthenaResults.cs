using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Gives the rows of queries page by page.</summary>
internal static class AthenaResults
{
    private const int Most = 1000;
    private const string WrongState = "INVALID_QUERY_EXECUTION_STATE";

    /// <summary>What GetQueryResults answers.</summary>
    /// <param name="execution">The query.</param>
    /// <param name="input">The request.</param>
    /// <exception cref="AwsFaultException">It has no result, or no such page.</exception>
    public static JsonObject Page(QueryExecution execution, JsonObject input)
    {
        var size = input.Number("MaxResults") ?? Most;
        if (size is < 1 or > Most)
        {
            throw AthenaRefusal.Of($"MaxResults is {size}; it must be from 1 to {Most}");
        }

        var outcome = execution.State switch
        {
            QueryState.Succeeded => execution.Outcome!,
            QueryState.Queued or QueryState.Running => throw AthenaRefusal.Of($"Query has not yet finished. Current state: {execution.State.ToString().ToUpperInvariant()}", WrongState),
            _ => throw AthenaRefusal.Of($"Query did not finish successfully. Final query state: {execution.State.ToString().ToUpperInvariant()}", WrongState),
        };

        // The header is the first row of what queries give, and counts as one.
        var hasHeader = execution.Statement.Kind is StatementKind.Select or StatementKind.Explain;
        IReadOnlyList<string?[]> rows = hasHeader ? [[.. outcome.Columns.Select(column => column.Name)], .. outcome.Rows] : outcome.Rows;
        var (page, next) = Pages.Cut(rows, input.Text("NextToken"), size, "InvalidRequestException");
        var answer = new JsonObject
        {
            ["ResultSet"] = new JsonObject
            {
                ["Rows"] = new JsonArray([.. page.Select(Row)]),
                ["ResultSetMetadata"] = new JsonObject { ["ColumnInfo"] = new JsonArray([.. outcome.Columns.Select(column => column.ToJson())]) },
            },
            ["UpdateCount"] = outcome.Inserted ?? 0,
        };
        if (next is not null)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    private static JsonObject Row(string?[] values) => new()
    {
        ["Data"] = new JsonArray([.. values.Select(value => value is null ? new JsonObject() : new JsonObject { ["VarCharValue"] = value })]),
    };
}

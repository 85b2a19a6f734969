using System.Text.RegularExpressions;
using Amazon.Athena;
using Amazon.Athena.Model;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Athena;

/// <summary>Why a query did not succeed, and whose fault that is.</summary>
/// <param name="Reason">Athena's words.</param>
/// <param name="Cause">Whose fault it is.</param>
/// <param name="Retryable">Whether the same statement may succeed later.</param>
internal sealed partial record AthenaFailure(string Reason, FailureCause Cause, bool Retryable)
{
    /// <summary>The codes with which a reason begins where the statement itself is wrong (Trino's StandardErrorCode, type USER_ERROR).</summary>
    private static readonly HashSet<string> WrongStatement = new(StringComparer.Ordinal)
    {
        "SYNTAX_ERROR", "TABLE_NOT_FOUND", "COLUMN_NOT_FOUND", "SCHEMA_NOT_FOUND", "CATALOG_NOT_FOUND", "FUNCTION_NOT_FOUND", "TYPE_NOT_FOUND",
        "TYPE_MISMATCH", "AMBIGUOUS_NAME", "MISSING_SCHEMA_NAME", "MISSING_CATALOG_NAME", "MISMATCHED_COLUMN_ALIASES", "NOT_SUPPORTED", "MISSING_COLUMN_NAME",
        "MISSING_COLUMN_ALIASES", "EXPRESSION_NOT_AGGREGATE", "EXPRESSION_NOT_SCALAR", "EXPRESSION_NOT_CONSTANT", "DUPLICATE_COLUMN_NAME", "DUPLICATE_NAMED_QUERY",
        "INVALID_COLUMN_REFERENCE", "INVALID_LITERAL", "INVALID_WINDOW_FRAME", "NESTED_AGGREGATION", "NESTED_WINDOW", "MISSING_GROUP_BY", "MISSING_OVER",
        "MISSING_ORDER_BY", "TABLE_HAS_NO_COLUMNS", "UNEXPECTED_TYPE", "HIVE_TOO_MANY_OPEN_PARTITIONS", "USER_ERROR",
    };

    /// <summary>The codes of statements that a value in the data made fail.</summary>
    private static readonly HashSet<string> BadValue = new(StringComparer.Ordinal)
    {
        "DIVISION_BY_ZERO", "INVALID_CAST_ARGUMENT", "NUMERIC_VALUE_OUT_OF_RANGE", "INVALID_FUNCTION_ARGUMENT", "SUBQUERY_MULTIPLE_ROWS", "INVALID_ARGUMENTS", "CONSTRAINT_VIOLATION",
    };

    /// <summary>Texts of failures that go away by themselves, where Athena does not say so.</summary>
    private static readonly string[] Passing =
    [
        "Query exhausted resources at this scale factor", "INTERNAL_ERROR", "Internal error", "INTERNAL SERVICE", "SlowDown", "Slow Down", "reduce your request rate",
        "Service Unavailable", "Status Code: 503", "Status Code: 500", "TooManyRequests", "Rate exceeded", "throttl", "Connection reset", "Read timed out", "NO_NODES_AVAILABLE",
        "SERVER_STARTING_UP", "REMOTE_TASK_ERROR", "REMOTE_HOST_GONE", "WORKER_RESTARTED", "CLUSTER_OUT_OF_MEMORY",
    ];

    /// <summary>Athena's category of errors that are the user's; which of these it is, the reason's code tells.</summary>
    private const int UserError = 2;

    /// <summary>Looks into a query that failed or was cancelled.</summary>
    public static AthenaFailure Of(QueryExecution ended)
    {
        var error = ended.Status.AthenaError;
        var reason = ended.Status.StateChangeReason ?? error?.ErrorMessage ?? "no reason is given";
        if (ended.Status.State == QueryExecutionState.CANCELLED)
        {
            return new AthenaFailure($"it was cancelled: {reason}", FailureCause.Surroundings, Retryable: false);
        }

        var code = Code().Match(reason).Groups[1].Value;
        var cause = BadValue.Contains(code) ? FailureCause.Data
            : WrongStatement.Contains(code) || (error?.ErrorCategory == UserError && IsEngineCode(code)) ? FailureCause.Statement
            : FailureCause.Surroundings;
        var passing = error?.Retryable == true || Passing.Any(text => reason.Contains(text, StringComparison.OrdinalIgnoreCase));
        return new AthenaFailure(reason, cause, cause == FailureCause.Surroundings && passing);
    }

    /// <summary>The exception that tells of it.</summary>
    /// <param name="id">The query.</param>
    /// <param name="kind">What the statement does.</param>
    /// <param name="attempts">How often it was run.</param>
    /// <param name="excerpt">The statement's first lines.</param>
    public Exception ToException(string id, StatementKind kind, int attempts, string excerpt)
    {
        var again = kind == StatementKind.Insert && Retryable ? "\nwhat it wrote lies where nobody reads, so the step may be tried anew" : "";
        var message = $"Athena query {id} failed{(attempts > 1 ? $" {attempts} times" : "")}: {Reason}{again}\nin: {excerpt}";
        return Cause switch
        {
            FailureCause.Statement => new CallerException(message),
            FailureCause.Data => new DataException(message),
            _ => new EnvironmentException(message),
        };
    }

    /// <summary>Whether a code is the engine's own, not that of the files and the catalog below it or of a right that is missing.</summary>
    private static bool IsEngineCode(string code) =>
        code.Length > 0 && !code.StartsWith("HIVE_", StringComparison.Ordinal) && !code.StartsWith("ICEBERG_", StringComparison.Ordinal)
        && !code.Contains("DENIED", StringComparison.Ordinal) && !code.Contains("INTERNAL", StringComparison.Ordinal) && !code.StartsWith("EXCEEDED_", StringComparison.Ordinal);

    [GeneratedRegex(@"\A([A-Z][A-Z0-9_]+)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

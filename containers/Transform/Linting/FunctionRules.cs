using System.Collections.Frozen;

namespace Recommender.Transform.Linting;

/// <summary>Only functions that both engines have and compute alike.</summary>
internal static class FunctionRules
{
    private static readonly FrozenSet<string> Allowed =
    [
        "row_number", "rank", "ntile", "lag", "lead", "first_value", "nth_value",
        "count", "sum", "min", "max", "avg", "array_agg", "count_if", "bool_and", "bool_or", "stddev", "variance", "corr", "any_value",
        "max_by", "min_by",
        "coalesce", "nullif", "greatest", "least", "abs", "ceil", "floor", "round", "power", "ln", "log10", "mod",
        "strpos", "substr", "lower", "upper", "trim", "replace", "lpad", "reverse", "length", "concat_ws", "split_part",
        "year", "month", "day", "quarter", "week", "date_trunc",
    ];

    // Words that a bracket may follow without being functions.
    private static readonly FrozenSet<string> Words =
    [
        "select", "from", "where", "and", "or", "not", "in", "exists", "as", "on", "using", "over", "filter", "by", "having", "values", "unnest",
        "cast", "try_cast", "case", "when", "then", "else", "between", "any", "all", "some", "sets", "rollup", "cube", "union", "intersect", "except",
        "with", "join", "lateral", "distinct", "is", "like", "varchar", "char", "decimal", "timestamp", "limit", "offset", "interval", "tablesample",
    ];

    private static readonly FrozenDictionary<string, (string Rule, string Message)> Replacements = Replace(
        ("nondeterministic", "a model answers alike every time it is evaluated, and a CTE used twice is: pass the value in as a column", "random rand now uuid gen_random_uuid today get_current_timestamp current_timestamp current_date"),
        ("date-difference", "write @days_between(first, last) on DATE values", "date_diff datediff datesub date_sub"),
        ("date-addition", "write cast(d + interval 'n' day as date)", "date_add dateadd"),
        ("day-of-week", "write @iso_day_of_week(d): Monday is 1", "day_of_week dow dayofweek isodow weekday dayname"),
        ("parse-format", "the engines' patterns differ: parse and format at ingest, in C#", "date_parse date_format strptime strftime try_strptime parse_datetime format_datetime to_date to_char to_timestamp format"),
        ("concat", "write a || b: concat answers NULL in one engine and skips NULL in the other", "concat"),
        ("regular-expression", "write strpos, replace or like, or add a macro: names and meaning differ", "regexp_like regexp_matches regexp_replace regexp_extract regexp_extract_all regexp_split regexp_count regexp_full_match"),
        ("approximate", "write an exact count over a DISTINCT subquery, or row_number for a percentile", "approx_distinct approx_count_distinct approx_percentile approx_quantile approx_most_frequent approx_top_k"),
        ("median", "write row_number over the sorted values and pick the middle", "median percentile_cont percentile_disc quantile quantile_cont quantile_disc mode"),
        ("hash", "the engines' hashes differ in argument and answer: add a macro", "hash md5 sha1 sha256 sha512 xxhash64 murmur3 crc32 checksum"),
        ("array-access", "write cross join unnest(l) as u(x): beyond the end one engine fails and the other gives NULL", "element_at list_extract array_extract list_element"));

    /// <summary>The rule.</summary>
    public static IEnumerable<SqlFinding> Find(SqlTokens sql)
    {
        for (var at = 0; at < sql.Count; at++)
        {
            if (sql[at].Kind == SqlTokenKind.Word && sql.Is(at + 1, "(") && !sql.Is(at - 1, "as") && !Allowed.Contains(sql[at].Text) && !Words.Contains(sql[at].Text))
            {
                var (rule, message) = Replacements.GetValueOrDefault(sql[at].Text, ("function", "it is not in the portable core: use what is, or add a macro"));
                yield return sql.Finding(at, rule, $"{sql[at].Text}: {message}");
            }
            else if (sql.IsOneOf(at, ["current_date", "current_timestamp", "localtime", "localtimestamp", "current_time"]))
            {
                yield return sql.Finding(at, "nondeterministic", $"{sql[at].Text}: pass the moment in as a column");
            }
        }
    }

    private static FrozenDictionary<string, (string Rule, string Message)> Replace(params (string Rule, string Message, string Names)[] groups) =>
        groups.SelectMany(group => group.Names.Split(' ').Select(name => KeyValuePair.Create(name, (group.Rule, group.Message)))).ToFrozenDictionary();
}

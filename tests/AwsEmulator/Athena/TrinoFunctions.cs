namespace Recommender.AwsEmulator.Athena;

/// <summary>The functions and types of Trino, by their names.</summary>
internal static class TrinoFunctions
{
    // A word before a parenthesis that is no function.
    private static readonly HashSet<string> _words =
    [
        "all", "and", "any", "array", "as", "between", "by", "case", "cast", "char", "cross", "cube", "decimal", "distinct", "else", "end", "escape", "except", "exists", "extract",
        "filter", "first", "following", "from", "grouping", "having", "if", "in", "inner", "intersect", "interval", "into", "is", "join", "last", "lateral", "left", "like", "limit",
        "map", "materialized", "natural", "not", "nulls", "offset", "on", "or", "order", "outer", "over", "partition", "preceding", "range", "right", "rollup", "row", "rows",
        "select", "sets", "some", "table", "then", "time", "timestamp", "try_cast", "union", "unnest", "using", "values", "varbinary", "varchar", "when", "where", "with", "within",
    ];

    private static readonly HashSet<string> _known =
    [
        "abs", "acos", "all_match", "any_match", "any_value", "approx_distinct", "approx_percentile", "arbitrary", "array_agg", "array_average", "array_distinct", "array_except",
        "array_intersect", "array_join", "array_max", "array_min", "array_position", "array_remove", "array_sort", "array_union", "arrays_overlap", "asin", "at_timezone", "atan", "atan2",
        "avg", "bit_count", "bitwise_and", "bitwise_and_agg", "bitwise_left_shift", "bitwise_not", "bitwise_or", "bitwise_or_agg", "bitwise_right_shift", "bitwise_xor", "bool_and", "bool_or",
        "cardinality", "cbrt", "ceil", "ceiling", "checksum", "chr", "coalesce", "codepoint", "combinations", "concat", "concat_ws", "contains", "contains_sequence", "corr", "cos", "cosh",
        "cosine_similarity", "count", "count_if", "covar_pop", "covar_samp", "crc32", "cume_dist", "current_date", "current_timestamp", "date", "date_add", "date_diff", "date_format",
        "date_parse", "date_trunc", "day", "day_of_month", "day_of_week", "day_of_year", "degrees", "dense_rank", "dow", "doy", "e", "element_at", "every", "exp", "filter", "first_value",
        "flatten", "floor", "format", "format_datetime", "format_number", "from_base", "from_base64", "from_hex", "from_iso8601_date", "from_iso8601_timestamp", "from_unixtime", "from_utf8",
        "geometric_mean", "greatest", "hamming_distance", "histogram", "hour", "human_readable_seconds", "infinity", "is_finite", "is_infinite", "is_nan", "json_array_contains",
        "json_array_get", "json_array_length", "json_exists", "json_extract", "json_extract_scalar", "json_format", "json_parse", "json_query", "json_size", "json_value", "kurtosis", "lag",
        "last_day_of_month", "last_value", "lead", "least", "length", "levenshtein_distance", "listagg", "ln", "localtime", "localtimestamp", "log", "log10", "log2", "lower", "lpad", "ltrim",
        "map_agg", "map_concat", "map_entries", "map_filter", "map_from_entries", "map_keys", "map_union", "map_values", "map_zip_with", "max", "max_by", "md5", "merge", "millisecond",
        "min", "min_by", "minute", "mod", "month", "multimap_agg", "nan", "ngrams", "none_match", "normalize", "now", "nth_value", "ntile", "nullif", "numeric_histogram", "parse_datetime",
        "percent_rank", "pi", "position", "pow", "power", "quarter", "radians", "rand", "random", "rank", "reduce", "reduce_agg", "regexp_count", "regexp_extract", "regexp_extract_all",
        "regexp_like", "regexp_position", "regexp_replace", "regexp_split", "regr_intercept", "regr_slope", "repeat", "replace", "reverse", "round", "row_number", "rpad", "rtrim", "second",
        "sequence", "sha1", "sha256", "sha512", "shuffle", "sign", "sin", "sinh", "skewness", "slice", "soundex", "split", "split_part", "split_to_map", "sqrt", "starts_with", "stddev",
        "stddev_pop", "stddev_samp", "strpos", "substr", "substring", "sum", "tan", "tanh", "to_base", "to_base64", "to_hex", "to_iso8601", "to_milliseconds", "to_unixtime", "to_utf8",
        "transform", "transform_keys", "transform_values", "translate", "trim", "trim_array", "truncate", "try", "typeof", "upper", "url_decode", "url_encode", "uuid", "var_pop", "var_samp",
        "variance", "week", "week_of_year", "width_bucket", "with_timezone", "word_stem", "xxhash64", "year", "year_of_week", "yow", "zip", "zip_with",
    ];

    private static readonly HashSet<string> _types =
    [
        "array", "bigint", "boolean", "char", "date", "dec", "decimal", "double", "int", "integer", "interval", "ipaddress", "json", "map", "real", "row", "smallint", "time", "timestamp",
        "tinyint", "uuid", "varbinary", "varchar",
    ];

    /// <summary>Refuses functions and types that Trino does not have.</summary>
    /// <param name="sql">The whole text.</param>
    /// <param name="tokens">The tokens of the query.</param>
    /// <exception cref="QueryFailedException">There is one.</exception>
    public static void Check(string sql, IReadOnlyList<SqlToken> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            var token = tokens[at];
            if (IsCall(tokens, at) && !_known.Contains(token.Text.ToLowerInvariant()))
            {
                throw QueryFailedException.Syntax($"FUNCTION_NOT_FOUND: {SqlPlace.Of(sql, token.Start)}: Function '{token.Text.ToLowerInvariant()}' not registered");
            }

            if (IsTypeOfCast(tokens, at) && !_types.Contains(tokens[at + 1].Text.ToLowerInvariant()))
            {
                throw QueryFailedException.Syntax($"TYPE_NOT_FOUND: {SqlPlace.Of(sql, tokens[at + 1].Start)}: Unknown type: {tokens[at + 1].Text.ToLowerInvariant()}");
            }
        }
    }

    private static bool IsCall(IReadOnlyList<SqlToken> tokens, int at) =>
        tokens[at].Kind == SqlTokenKind.Word && tokens[at + 1].IsSign("(") && !tokens[at].IsAny(_words) && !IsName(tokens, at);

    // An alias with its columns, or the name of a WITH query with its columns.
    private static bool IsName(IReadOnlyList<SqlToken> tokens, int at)
    {
        if (at > 0 && (tokens[at - 1].Is("as") || tokens[at - 1].IsSign(")") || tokens[at - 1].Kind == SqlTokenKind.Quoted))
        {
            return true;
        }

        var close = Close(tokens, at + 1);
        return close + 2 < tokens.Count && tokens[close + 1].Is("as") && tokens[close + 2].IsSign("(");
    }

    private static bool IsTypeOfCast(IReadOnlyList<SqlToken> tokens, int at)
    {
        if (!tokens[at].Is("as") || tokens[at + 1].Kind != SqlTokenKind.Word)
        {
            return false;
        }

        var depth = 0;
        for (var back = at - 1; back > 0; back--)
        {
            depth += tokens[back] switch { var token when token.IsSign(")") => 1, var token when token.IsSign("(") => -1, _ => 0 };
            if (depth < 0)
            {
                return tokens[back - 1].Is("cast") || tokens[back - 1].Is("try_cast");
            }
        }

        return false;
    }

    private static int Close(IReadOnlyList<SqlToken> tokens, int open)
    {
        var depth = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            depth += tokens[at] switch { var token when token.IsSign("(") => 1, var token when token.IsSign(")") => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        return tokens.Count;
    }
}

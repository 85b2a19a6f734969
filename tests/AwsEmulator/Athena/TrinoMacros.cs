namespace Recommender.AwsEmulator.Athena;

/// <summary>How functions and operators of Trino are made that the embedded engine lacks or takes otherwise.</summary>
internal static class TrinoMacros
{
    /// <summary>What makes the embedded engine answer as Trino does. Run once in each session.</summary>
    public static string Setup { get; } = $"""
        set integer_division = true;
        set TimeZone = 'UTC';
        create macro "//"(a, b) as case when {IsZero} then {ByZero} else divide(a, b) end;
        create macro "%"(a, b) as case when {IsZero} then {ByZero} else system.main.mod(a, b) end;
        create macro mod(a, b) as case when {IsZero} then {ByZero} else system.main.mod(a, b) end;
        create macro concat(a, b) as a || b, (a, b, c) as a || b || c, (a, b, c, d) as a || b || c || d, (a, b, c, d, e) as a || b || c || d || e;
        create macro greatest(a, b) as case when a is null or b is null then null when a > b then a else b end;
        create macro least(a, b) as case when a is null or b is null then null when a < b then a else b end;
        create macro day_of_week(x) as isodow(x);
        create macro dow(x) as isodow(x);
        create macro day_of_month(x) as day(x);
        create macro day_of_year(x) as dayofyear(x);
        create macro doy(x) as dayofyear(x);
        create macro week_of_year(x) as week(x);
        create macro year_of_week(x) as isoyear(x);
        create macro last_day_of_month(x) as last_day(x);
        create macro date_diff(unit, a, b) as date_sub(unit, a, b);
        create macro date_add(unit, n, x) as x + case lower(unit) when 'second' then to_seconds(n) when 'minute' then to_minutes(n) when 'hour' then to_hours(n)
          when 'day' then to_days(cast(n as integer)) when 'week' then to_weeks(cast(n as integer)) when 'month' then to_months(cast(n as integer))
          when 'year' then to_years(cast(n as integer)) else error('INVALID_FUNCTION_ARGUMENT: ''' || unit || ''' is not a valid DATE field') end;
        create macro date_format(x, f) as strftime(x, replace(replace(f, '%i', '%M'), '%s', '%S'));
        create macro to_unixtime(x) as epoch(x);
        create macro from_unixtime(x) as make_timestamp(cast(x * 1000000 as bigint));
        create macro from_iso8601_date(x) as cast(x as date);
        create macro json_format(x) as cast(x as varchar);
        create macro json_parse(x) as cast(x as json);
        create macro json_extract_scalar(x, p) as json_extract_string(x, p);
        create macro json_size(x, p) as json_array_length(x, p);
        create macro is_nan(x) as isnan(x);
        create macro is_finite(x) as isfinite(x);
        create macro is_infinite(x) as isinf(x);
        create macro infinity() as cast('infinity' as double);
        create macro nan() as cast('nan' as double);
        create macro truncate(x) as trunc(x);
        create macro cardinality(x) as len(x);
        create macro element_at(l, i) as l[i];
        create macro slice(l, f, n) as array_slice(l, f, f + n - 1);
        create macro sequence(a, b) as generate_series(a, b);
        create macro array_join(l, d) as array_to_string(l, d);
        create macro array_max(l) as list_max(l);
        create macro array_min(l) as list_min(l);
        create macro arrays_overlap(a, b) as list_has_any(a, b);
        create macro regexp_like(x, p) as regexp_matches(x, p);
        create macro regexp_replace(x, p) as system.main.regexp_replace(x, p, '', 'g'), (x, p, r) as system.main.regexp_replace(x, p, replace(r, '$', '\'), 'g');
        create macro split_part(x, d, n) as nullif(system.main.split_part(x, d, n), '');
        create macro levenshtein_distance(a, b) as levenshtein(a, b);
        create macro codepoint(x) as unicode(x);
        create macro to_utf8(x) as encode(x);
        create macro from_utf8(x) as decode(x);
        create macro to_hex(x) as hex(x);
        create macro from_hex(x) as unhex(x);
        create macro md5(x) as unhex(system.main.md5(x));
        create macro sha256(x) as unhex(system.main.sha256(x));
        create macro approx_distinct(x) as count(distinct x);
        create macro approx_percentile(x, p) as quantile_disc(x, p);
        """;

    private const string IsZero = "b = 0 and typeof(a) not in ('DOUBLE', 'FLOAT', 'INTERVAL') and typeof(b) not in ('DOUBLE', 'FLOAT', 'INTERVAL')";
    private const string ByZero = "error('DIVISION_BY_ZERO: Division by zero')";
}

using System.Globalization;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Which types Trino turns into others by itself where rows are inserted.</summary>
internal static class TrinoCoercion
{
    /// <summary>The type of a bare NULL, which goes into any column.</summary>
    public const string Unknown = "unknown";

    // From the narrowest to the widest.
    private static readonly string[] _numbers = ["tinyint", "smallint", "integer", "bigint", "decimal", "real", "double"];

    /// <summary>Whether a column of a query may go into a column of a table.</summary>
    public static bool Allows(ResultColumn query, HiveType table)
    {
        var (from, into) = (Bare(query.Type), Bare(table.Trino));
        var (narrow, wide) = (Array.IndexOf(_numbers, from), Array.IndexOf(_numbers, into));
        return from == into
            || from == Unknown
            || (from, into) is ("date", "timestamp") or ("char", "varchar")
            || (narrow >= 0 && narrow < wide);
    }

    /// <summary>A column's type as Trino's messages show it.</summary>
    public static string Named(ResultColumn column) => column.Type switch
    {
        "decimal" => string.Create(CultureInfo.InvariantCulture, $"decimal({column.Precision},{column.Scale})"),
        "float" => "real",
        "timestamp" => "timestamp(3)",
        var type => type,
    };

    private static string Bare(string type)
    {
        var bare = type.Split('(')[0];
        return bare == "float" ? "real" : bare;
    }
}

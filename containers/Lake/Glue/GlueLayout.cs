namespace Recommender.Lake.Glue;

/// <summary>How the lake's tables stand in the Glue catalog: what <c>infra/Cataloguing</c> makes and publication moves.</summary>
public static class GlueLayout
{
    /// <summary>The parameter that says where a projected partition's files are.</summary>
    public const string LocationTemplate = "storage.location.template";

    /// <summary>The folder below a table's own prefix where one that was never published looks for files: there are none. Snapshots are never called so.</summary>
    public const string Nothing = "_empty";

    /// <summary>The folder of a snapshot's rows.</summary>
    public const string Data = "data";

    /// <summary>The folder of a snapshot's refused rows.</summary>
    public const string Refused = "quarantine";

    /// <summary>The parameter with the current snapshot's id, for people; the location is what counts.</summary>
    public const string Snapshot = "recommender.snapshot";

    /// <summary>The parameter with the fingerprints that were rolled back, separated by commas.</summary>
    public const string Held = "recommender.held";

    /// <summary>The parameter with the moment of the last rollback, UTC, as ISO 8601 writes it.</summary>
    public const string RolledBackAt = "recommender.rolled_back_at";

    /// <summary>The format of Parquet tables that Athena reads.</summary>
    public const string InputFormat = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat";

    /// <summary>The format of Parquet tables that Athena writes.</summary>
    public const string OutputFormat = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat";

    /// <summary>What reads and writes Parquet's rows.</summary>
    public const string SerDe = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";

    /// <summary>The first day that projection knows: files of days before it are seen by no query.</summary>
    public static readonly DateOnly FirstDay = new(2010, 1, 1);

    /// <summary>Where a projected table's days lie.</summary>
    /// <param name="location">The table's location, with a slash at its end.</param>
    /// <param name="day">The day column.</param>
    public static string Template(string location, string day) => $"{location}{day}=${{{day}}}/";
}

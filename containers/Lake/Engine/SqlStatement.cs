namespace Recommender.Lake.Engine;

/// <summary>A statement for an <see cref="ISqlEngine"/>.</summary>
/// <param name="Sql">The SQL in the engine's dialect; it names tables as models do, <c>zone.table</c>.</param>
public sealed record SqlStatement(string Sql)
{
    /// <summary>How old a result may be that is given again instead of running the statement: for SELECTs, 0 to 7 days; null, the default, for none.</summary>
    public TimeSpan? ReuseWithin { get; init; }

    /// <summary>
    /// What makes a repeated start the same start: the run's id and what the statement is for. Null where every start is a new one.
    /// </summary>
    public string? Token { get; init; }
}

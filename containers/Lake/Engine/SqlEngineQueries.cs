namespace Recommender.Lake.Engine;

/// <summary>Short statements, run to their end.</summary>
internal static class SqlEngineQueries
{
    /// <summary>The rows of a SELECT, all of them: for few.</summary>
    public static IReadOnlyList<IReadOnlyList<object?>> Rows(this ISqlEngine engine, string select, CancellationToken cancellationToken)
    {
        using var query = engine.Start(new SqlStatement(select), cancellationToken);
        query.Wait(cancellationToken);
        return [.. query.Rows(cancellationToken)];
    }

    /// <summary>The count in the first column of a SELECT's only row.</summary>
    public static long Count(this ISqlEngine engine, string select, CancellationToken cancellationToken) =>
        (long)engine.Rows(select, cancellationToken)[0][0]!;
}

namespace Recommender.AwsEmulator.Athena;

/// <summary>Text that is not in Trino's grammar. Athena refuses it before it becomes a query.</summary>
/// <param name="sql">The text.</param>
/// <param name="at">Where it is wrong, in characters from 0.</param>
/// <param name="why">What is wrong.</param>
internal sealed class MalformedSqlException(string sql, int at, string why) : Exception($"{SqlPlace.Of(sql, at)}: {why}");

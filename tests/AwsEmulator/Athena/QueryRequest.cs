using Recommender.AwsEmulator.Faults;

namespace Recommender.AwsEmulator.Athena;

/// <summary>A query to run.</summary>
/// <param name="Id">QueryExecutionId.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Tree">Its query, parsed; null where it has none.</param>
/// <param name="Database">The database of names without one; null for none.</param>
/// <param name="MostBytes">Bytes that it may scan; null for any number.</param>
internal sealed record QueryRequest(string Id, AthenaStatement Statement, SqlTree? Tree, string? Database, long? MostBytes)
{
    /// <summary>What goes wrong; null for nothing.</summary>
    public QueryFault? Fault { get; init; }
}

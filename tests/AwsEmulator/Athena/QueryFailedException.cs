namespace Recommender.AwsEmulator.Athena;

/// <summary>A query that ends as FAILED.</summary>
/// <param name="reason">StateChangeReason.</param>
/// <param name="error">AthenaError.</param>
internal sealed class QueryFailedException(string reason, AthenaError error) : Exception(reason)
{
    /// <summary>AthenaError.</summary>
    public AthenaError Error { get; } = error;

    /// <summary>The SQL is wrong: names or types do not fit.</summary>
    public static QueryFailedException Syntax(string reason) => new(reason, AthenaError.Syntax);

    /// <summary>A value in the data is at fault.</summary>
    public static QueryFailedException Value(string reason) => new(reason, AthenaError.Data);
}

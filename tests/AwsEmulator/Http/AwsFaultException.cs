namespace Recommender.AwsEmulator.Http;

/// <summary>An answer that is an error, as AWS gives it.</summary>
/// <param name="code">AWS's name of the error: NoSuchKey, EntityNotFoundException…</param>
/// <param name="message">The sentence beside it.</param>
/// <param name="status">The HTTP status; 400 by default.</param>
public sealed class AwsFaultException(string code, string message, int status = 400) : Exception(message)
{
    /// <summary>AWS's name of the error.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Further members of the answer, by name: elements of S3's XML, members of a JSON service's object.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();
}

using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3;

/// <summary>Which requests are an operation, and what does it.</summary>
/// <param name="Operation">The operation as AWS names it.</param>
/// <param name="Method">The method.</param>
/// <param name="Level">What the path names.</param>
/// <param name="Handle">Does it.</param>
internal sealed record S3Route(string Operation, string Method, S3Level Level, Func<S3Request, CancellationToken, Task<ServiceAnswer>> Handle)
{
    /// <summary>The parameters of the query that it must have.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>The header that it must have; null for none.</summary>
    public string? Header { get; init; }

    /// <summary>Whether its body is XML.</summary>
    public bool TakesXml { get; init; }

    /// <summary>Whether a request is this operation.</summary>
    public bool Fits(EmulatorRequest request, S3Level level) =>
        request.Method == Method && level == Level && Query.All(name => request.Parameter(name) is not null) && (Header is null || request.Header(Header) is not null);
}

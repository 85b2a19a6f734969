using System.Collections;
using System.Collections.Concurrent;

namespace Recommender.AwsEmulator.Http;

/// <summary>What an emulator was asked, oldest first. Safe for concurrent use: enumerating gives what was there at its start.</summary>
public sealed class RequestLog : IEnumerable<LoggedRequest>
{
    private readonly ConcurrentQueue<LoggedRequest> _requests = new();

    /// <summary>Requests of a service and, unless null, an operation.</summary>
    public IReadOnlyList<LoggedRequest> Of(string service, string? operation = null) =>
        [.. _requests.Where(request => request.Service == service && (operation is null || request.Operation == operation))];

    /// <summary>Forgets them.</summary>
    public void Clear() => _requests.Clear();

    /// <inheritdoc/>
    public IEnumerator<LoggedRequest> GetEnumerator() => _requests.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(LoggedRequest request) => _requests.Enqueue(request);
}

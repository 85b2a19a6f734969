using System.Collections.Concurrent;

namespace Recommender.AwsEmulator.Logs;

/// <summary>A log group and its streams. Safe for concurrent use.</summary>
/// <param name="name">Its name.</param>
/// <param name="created">When it was made, in milliseconds since 1970.</param>
internal sealed class LogGroup(string name, long created)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>When it was made, in milliseconds since 1970.</summary>
    public long Created => created;

    /// <summary>Its streams, by name.</summary>
    public ConcurrentDictionary<string, LogStream> Streams { get; } = new();
}

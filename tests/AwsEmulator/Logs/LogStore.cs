using System.Collections.Concurrent;
using System.Globalization;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Logs;

/// <summary>The log groups of an emulator. Safe for concurrent use.</summary>
/// <param name="clock">Says when events arrive.</param>
internal sealed class LogStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, LogGroup> _groups = new();
    private long _events;

    /// <summary>The groups, sorted by name.</summary>
    public IReadOnlyList<LogGroup> Groups => [.. _groups.Values.OrderBy(group => group.Name, StringComparer.Ordinal)];

    /// <summary>Makes a group.</summary>
    /// <exception cref="AwsFaultException">There is one of the name.</exception>
    public void CreateGroup(string name)
    {
        if (!_groups.TryAdd(name, new(name, Now())))
        {
            throw new AwsFaultException("ResourceAlreadyExistsException", "The specified log group already exists");
        }
    }

    /// <summary>Makes a stream.</summary>
    /// <exception cref="AwsFaultException">There is one of the name, or no such group.</exception>
    public void CreateStream(string group, string name)
    {
        if (!Group(group).Streams.TryAdd(name, new(name, Now())))
        {
            throw new AwsFaultException("ResourceAlreadyExistsException", "The specified log stream already exists");
        }
    }

    /// <summary>A group.</summary>
    /// <exception cref="AwsFaultException">There is none.</exception>
    public LogGroup Group(string name) =>
        _groups.GetValueOrDefault(name) ?? throw new AwsFaultException("ResourceNotFoundException", "The specified log group does not exist.");

    /// <summary>A stream.</summary>
    /// <exception cref="AwsFaultException">There is none.</exception>
    public LogStream Stream(string group, string name) =>
        Group(group).Streams.GetValueOrDefault(name) ?? throw new AwsFaultException("ResourceNotFoundException", "The specified log stream does not exist.");

    /// <summary>Adds events to a stream.</summary>
    /// <param name="group">The group.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="events">Times in milliseconds since 1970, and texts.</param>
    /// <exception cref="AwsFaultException">There is no such stream.</exception>
    public void Add(string group, string stream, IEnumerable<(long Timestamp, string Message)> events)
    {
        var now = Now();
        Stream(group, stream).Add(events.Select(line => new LogLine(line.Timestamp, line.Message, now, Interlocked.Increment(ref _events).ToString("d20", CultureInfo.InvariantCulture))));
    }

    /// <summary>Adds a line that a program wrote now; its group and stream are made where they are missing.</summary>
    public void Write(string group, string stream, string message)
    {
        var holder = _groups.GetOrAdd(group, name => new(name, Now()));
        holder.Streams.GetOrAdd(stream, name => new(name, Now()));
        Add(group, stream, [(Now(), message)]);
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

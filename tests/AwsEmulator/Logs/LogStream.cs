namespace Recommender.AwsEmulator.Logs;

/// <summary>A stream of a log group. Safe for concurrent use.</summary>
/// <param name="name">Its name.</param>
/// <param name="created">When it was made, in milliseconds since 1970.</param>
internal sealed class LogStream(string name, long created)
{
    private readonly Lock _lock = new();
    private readonly List<LogLine> _lines = [];

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>When it was made, in milliseconds since 1970.</summary>
    public long Created => created;

    /// <summary>Its events, ordered by their time; of one time, as they arrived.</summary>
    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Adds events.</summary>
    public void Add(IEnumerable<LogLine> lines)
    {
        lock (_lock)
        {
            foreach (var line in lines)
            {
                var at = _lines.FindLastIndex(earlier => earlier.Timestamp <= line.Timestamp) + 1;
                _lines.Insert(at, line);
            }
        }
    }
}

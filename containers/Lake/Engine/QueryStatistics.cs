namespace Recommender.Lake.Engine;

/// <summary>What a query took.</summary>
public sealed record QueryStatistics
{
    /// <summary>Bytes read from storage; 0 where the engine does not tell.</summary>
    public long BytesScanned { get; init; }

    /// <summary>Time it waited to be started.</summary>
    public TimeSpan Queued { get; init; }

    /// <summary>Time it ran.</summary>
    public TimeSpan Ran { get; init; }

    /// <summary>What it costs in US dollars by the engine's list price; 0 for the embedded one.</summary>
    public decimal Cost { get; init; }

    /// <summary>Whether an earlier result was given instead.</summary>
    public bool Reused { get; init; }

    /// <summary>The sum of both; reused where either was.</summary>
    public QueryStatistics Plus(QueryStatistics other) => new()
    {
        BytesScanned = BytesScanned + other.BytesScanned,
        Queued = Queued + other.Queued,
        Ran = Ran + other.Ran,
        Cost = Cost + other.Cost,
        Reused = Reused || other.Reused,
    };
}

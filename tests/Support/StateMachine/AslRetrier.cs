using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>An entry of Retry, which counts how often it was used.</summary>
/// <param name="entry">The entry.</param>
internal sealed class AslRetrier(JsonObject entry)
{
    private int _used;

    /// <summary>Whether the entry is for an error.</summary>
    public bool Matches(AslStateException error) => entry["ErrorEquals"]!.AsArray().Any(name => error.Matches(name!.GetValue<string>()));

    /// <summary>How long to wait before the next try; null where there is none left.</summary>
    /// <param name="random">Draws the jitter: with FULL, anything from 0 to the whole delay.</param>
    public TimeSpan? Delay(Random random)
    {
        if (_used >= (entry["MaxAttempts"]?.GetValue<int>() ?? 3))
        {
            return null;
        }

        var delay = (entry["IntervalSeconds"]?.GetValue<double>() ?? 1) * Math.Pow(entry["BackoffRate"]?.GetValue<double>() ?? 2, _used++);
        delay = Math.Min(delay, entry["MaxDelaySeconds"]?.GetValue<double>() ?? double.MaxValue);
        return TimeSpan.FromSeconds(entry["JitterStrategy"]?.GetValue<string>() == "FULL" ? delay * random.NextDouble() : delay);
    }
}

using System.Text.Json.Nodes;

namespace Recommender.AwsEmulator.Athena;

/// <summary>What kind of error made a query fail, by the numbers of the Athena user guide ("Athena error catalog").</summary>
/// <param name="Category">1 system, 2 user, 3 other.</param>
/// <param name="Type">The kind.</param>
/// <param name="Retryable">Whether the same query may succeed later.</param>
internal sealed record AthenaError(int Category, int Type, bool Retryable)
{
    /// <summary>The SQL does not fit the tables.</summary>
    public static AthenaError Syntax { get; } = new(2, 1006, false);

    /// <summary>A value in the data.</summary>
    public static AthenaError Data { get; } = new(2, 1001, false);

    /// <summary>Too many partitions, or another limit on writing.</summary>
    public static AthenaError Limit { get; } = new(2, 1009, false);

    /// <summary>Not enough memory.</summary>
    public static AthenaError Resources { get; } = new(1, 1, true);

    /// <summary>The engine broke.</summary>
    public static AthenaError Internal { get; } = new(1, 200, true);

    /// <summary>The AthenaError of an answer.</summary>
    /// <param name="reason">The sentence.</param>
    public JsonObject ToJson(string reason) => new()
    {
        ["ErrorCategory"] = Category,
        ["ErrorType"] = Type,
        [nameof(Retryable)] = Retryable,
        ["ErrorMessage"] = reason,
    };
}

namespace Recommender.Ranking.Histories;

/// <summary>When an order was placed.</summary>
/// <param name="DaysSincePrior">Days since the user's order before; NaN where unknown, as for the first.</param>
/// <param name="DayOfWeek">0 … 6, or <see cref="BasketTimes.Unknown"/>.</param>
/// <param name="Hour">Hour of the day, 0 … 23, or <see cref="BasketTimes.Unknown"/>.</param>
internal readonly record struct OrderTime(float DaysSincePrior, sbyte DayOfWeek, sbyte Hour)
{
    /// <summary>An order of which nothing is known.</summary>
    public static OrderTime Unknown { get; } = new(float.NaN, BasketTimes.Unknown, BasketTimes.Unknown);
}

namespace Recommender.Tests;

/// <summary>A clock that stands still until it is moved; 2026-01-05 08:00 UTC at first.</summary>
public sealed class FakeClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves the clock.</summary>
    /// <param name="by">How far; negative moves it back.</param>
    public void Advance(TimeSpan by) => _now += by;
}

using Recommender.Lake.Models;
using Recommender.Lake.Snapshots;

namespace Recommender.Lake.Planning;

/// <summary>What becomes of each day of a day-partitioned table.</summary>
/// <param name="Build">The days to build, in order.</param>
/// <param name="Keep">The days to carry over.</param>
/// <param name="Drop">The days that their inputs no longer have.</param>
public sealed record DayPlan(IReadOnlyList<DateOnly> Build, IReadOnlyList<string> Keep, IReadOnlyList<string> Drop)
{
    /// <summary>Compares the days wanted with the days at hand.</summary>
    /// <param name="current">The current snapshot, or null.</param>
    /// <param name="wanted">By day, the fingerprint it should have.</param>
    /// <param name="forced">Days to build whether or not they changed, or null.</param>
    public static DayPlan Make(Manifest? current, IReadOnlyDictionary<DateOnly, string> wanted, DayRange? forced)
    {
        var have = current?.Days ?? new Dictionary<string, ManifestDay>();
        bool Fresh(DateOnly day) =>
            have.TryGetValue(DayRange.Text(day), out var built) && built.Fingerprint == wanted[day] && forced?.Contains(day) != true;

        return new DayPlan(
            [.. wanted.Keys.Where(day => !Fresh(day)).Order()],
            [.. wanted.Keys.Where(Fresh).Order().Select(DayRange.Text)],
            [.. have.Keys.Except(wanted.Keys.Select(DayRange.Text)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The days to build as ranges without gaps.</summary>
    public IEnumerable<DayRange> BuildRanges()
    {
        for (var first = 0; first < Build.Count;)
        {
            var last = first;
            while (last + 1 < Build.Count && Build[last + 1] == Build[last].AddDays(1))
            {
                last++;
            }

            yield return new DayRange(Build[first], Build[last]);
            first = last + 1;
        }
    }
}

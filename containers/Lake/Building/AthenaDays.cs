using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Glue;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>The days of a day-partitioned table that is built on Athena.</summary>
/// <param name="table">The table.</param>
/// <param name="plan">Its plan.</param>
internal sealed class AthenaDays(TableDeclaration table, StepPlan plan)
{
    /// <summary>Refuses days that partition projection does not know: Athena sees no rows of them, be they read or written.</summary>
    /// <param name="table">The table to be built.</param>
    /// <param name="inputs">What it is built from.</param>
    /// <param name="clock">Says what day it is.</param>
    /// <exception cref="DataException">There are such days.</exception>
    public static void RequireSeen(TableDeclaration table, StepInputs inputs, TimeProvider clock)
    {
        var last = DayRange.Text(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1));
        var first = DayRange.Text(GlueLayout.FirstDay);
        var unseen = inputs.All.Values.SelectMany(input => input.Days?.Keys ?? []).Distinct()
            .Where(day => string.CompareOrdinal(day, first) < 0 || string.CompareOrdinal(day, last) > 0).Order(StringComparer.Ordinal).ToList();
        if (unseen.Count > 0)
        {
            throw new DataException(
                $"{table.Name}: its inputs have rows of {string.Join(", ", unseen.Take(5))}{(unseen.Count > 5 ? $" and {unseen.Count - 5} more days" : "")}, but Athena sees days from {first} to tomorrow; nothing was published");
        }
    }

    /// <summary>A day's rows come from the build of that day alone: the model must not write into any other.</summary>
    /// <exception cref="DataException">It has.</exception>
    public void RequireOwn(IEnumerable<ManifestFile> written)
    {
        var expected = plan.Days!.Build.Select(day => $"{GlueLayout.Data}/{table.DayPartition}={DayRange.Text(day)}").ToHashSet(StringComparer.Ordinal);
        var stray = written.Select(file => file.Path[..file.Path.LastIndexOf('/')]).Distinct().Where(folder => !expected.Contains(folder)).ToList();
        if (stray.Count > 0)
        {
            throw new DataException($"{table.Name}: rows of {string.Join(", ", stray.Select(Path.GetFileName))} were written, which was not to be built; nothing was published");
        }
    }

    /// <summary>The relation that stands for the days that were built, others being carried over.</summary>
    /// <param name="relation">The whole table.</param>
    public string Rebuilt(string relation)
    {
        var ranges = plan.Days!.BuildRanges().Select(range => SqlRenderer.Render($"@in_days({table.DayPartition})", SqlDialect.Trino, range));
        return plan.Days.Keep.Count == 0 ? relation : $"(select * from {relation} where {string.Join(" or ", ranges.DefaultIfEmpty("false"))})";
    }

    /// <summary>The days as the manifest has them.</summary>
    /// <param name="engine">Athena.</param>
    /// <param name="rebuilt">The relation of the days that were built.</param>
    /// <param name="current">The snapshot from which others were carried over.</param>
    /// <param name="snapshot">The new snapshot.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public SortedDictionary<string, ManifestDay> Manifest(ISqlEngine engine, string rebuilt, Manifest? current, string snapshot, CancellationToken cancellationToken)
    {
        var rows = plan.Days!.Build.Count == 0
            ? []
            : engine.Rows($"select {table.DayPartition}, count(*) from {rebuilt} as built group by {table.DayPartition}", cancellationToken)
                .ToDictionary(row => (DateOnly)row[0]!, row => (long)row[1]!);
        var days = new SortedDictionary<string, ManifestDay>(StringComparer.Ordinal);
        foreach (var day in plan.Days.Keep)
        {
            days[day] = current!.Days![day];
        }

        foreach (var day in plan.Days.Build)
        {
            days[DayRange.Text(day)] = new ManifestDay(plan.DayFingerprints![day], snapshot, rows.GetValueOrDefault(day));
        }

        return days;
    }
}

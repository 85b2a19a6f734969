using Recommender.Lake.DuckDb;

namespace Recommender.Ranking.Tuning;

/// <summary>Reads and writes the rows of <c>ml.tuning_runs</c>.</summary>
public static class TrialTable
{
    /// <summary>A trial that no higher rung has tried.</summary>
    public const string Finished = "finished";

    /// <summary>A trial that a higher rung has tried, too.</summary>
    public const string Promoted = "promoted";

    /// <summary>The best of its study.</summary>
    public const string Chosen = "chosen";

    /// <summary>All rows, in the order of their beginnings.</summary>
    /// <param name="connection">Sees the table.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<TrialRecord> Read(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var records = new List<TrialRecord>();
        using var result = connection.Query(
            "select study, trial, rung, settings, score, score_error, users, seconds, seed, state, data, started_at from ml.tuning_runs order by started_at, study, rung, trial", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                records.Add(new TrialRecord
                {
                    Study = chunk.GetString(0, row),
                    Trial = chunk.Column<int>(1)[row],
                    Rung = chunk.Column<int>(2)[row],
                    Settings = chunk.GetString(3, row),
                    Score = chunk.Column<double>(4)[row],
                    ScoreError = chunk.Column<double>(5)[row],
                    Users = chunk.Column<long>(6)[row],
                    Seconds = chunk.Column<double>(7)[row],
                    Seed = chunk.Column<long>(8)[row],
                    State = chunk.GetString(9, row),
                    Data = chunk.GetString(10, row),
                    StartedAt = DateTime.SpecifyKind((DateTime)chunk.GetValue(11, row)!, DateTimeKind.Utc),
                });
            }
        }

        return records;
    }

    /// <summary>Appends rows, each study's states brought up to date.</summary>
    internal static void Append(DuckDbAppender rows, IEnumerable<TrialRecord> records)
    {
        foreach (var study in records.GroupBy(record => record.Study))
        {
            var best = HalvingSchedule.Best(study);
            foreach (var record in study)
            {
                var state = record == best ? Chosen : study.Any(other => other.Trial == record.Trial && other.Rung > record.Rung) ? Promoted : Finished;
                rows.AppendRow(
                    record.Study, record.Trial, record.Rung, record.Settings, record.Score, record.ScoreError, record.Users, record.Seconds, record.Seed, state, record.Data, record.StartedAt);
            }
        }
    }

    /// <summary>
    /// The settings that the newest study chose of those that reached the last rung, or of all where none has; null where there is none whose settings
    /// the space still knows. A study that has just begun says less than one that has ended.
    /// </summary>
    internal static TrialRecord? Best(IEnumerable<TrialRecord> records, TuningSpace space) => records
        .Where(record => space.Holds(SettingsJson.Read(record.Settings).ToDictionary(setting => setting.Key, setting => setting.Value)))
        .GroupBy(record => record.Study)
        .OrderByDescending(study => study.Max(record => record.Rung))
        .ThenByDescending(study => study.Max(record => record.StartedAt))
        .Select(HalvingSchedule.Best)
        .FirstOrDefault();
}

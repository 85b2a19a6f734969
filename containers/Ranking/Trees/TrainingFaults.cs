using System.Globalization;

namespace Recommender.Ranking.Trees;

/// <summary>Checks rows before training.</summary>
internal static class TrainingFaults
{
    /// <summary>Labels are below 2^31 as gains then stay finite sums.</summary>
    private const float MostGrade = 31;

    /// <exception cref="ArgumentException">Names every kind of fault with the first row that has it.</exception>
    public static void Check(TreeRows train, TreeRows? validation, TreeSettings settings)
    {
        settings.Validate();
        var faults = new SettingFaults();
        Check("training", train, settings, faults);
        if (validation is not null)
        {
            Check("validation", validation, settings, faults);
            if (!ReferenceEquals(validation.Edges, train.Edges))
            {
                faults.Add("Validation rows must be binned by the training rows' edges.");
            }
        }
        else if (settings.EarlyStoppingRounds > 0)
        {
            faults.Add($"{nameof(settings.EarlyStoppingRounds)} is {settings.EarlyStoppingRounds}, but there are no validation rows to stop by.");
        }

        faults.ThrowIfAny("Tree rows");
    }

    private static void Check(string name, TreeRows rows, TreeSettings settings, SettingFaults faults)
    {
        if (rows.Rows == 0)
        {
            faults.Add($"There are no {name} rows.");
            return;
        }

        var most = settings.Objective == TreeObjective.Logistic ? 1 : MostGrade;
        First(faults, $"The label of {name} row", rows.Labels, $"0 to {most}", label => label >= 0 && label <= most);
        First(faults, $"The weight of {name} row", rows.Weights, "at least 0 and finite", weight => float.IsFinite(weight) && weight >= 0);
        if (!rows.Weights.ContainsAnyExcept(0f))
        {
            faults.Add($"All weights of the {name} rows are 0.");
        }

        if (settings.Objective == TreeObjective.LambdaRank && !Ascend(rows))
        {
            faults.Add($"{nameof(TreeRows.GroupStarts)} of the {name} rows must ascend from 0 and stay below {rows.Rows} for LambdaRank.");
        }
    }

    private static void First(SettingFaults faults, string what, Span<float> values, string rule, Func<float, bool> right)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (!right(values[row]))
            {
                faults.Unless(false, string.Create(CultureInfo.InvariantCulture, $"{what} {row}"), values[row], rule);
                return;
            }
        }
    }

    private static bool Ascend(TreeRows rows) =>
        rows.GroupStarts is [0, ..] starts && starts[^1] < rows.Rows && starts.Zip(starts.Skip(1)).All(pair => pair.First < pair.Second);
}

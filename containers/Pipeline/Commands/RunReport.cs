using System.Globalization;
using System.Text.Json;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Evaluation;
using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Commands;

/// <summary>What a run tells at its end.</summary>
internal static class RunReport
{
    /// <summary>Above this share of refused rows the report warns: a twentieth.</summary>
    private const double ManyRefused = 0.05;

    /// <summary>The document of <c>run --json</c>.</summary>
    public static void WriteJson(TextWriter output, RunOutcome outcome) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("run", outcome.Run);
        json.Array("steps", outcome.Steps, step =>
        {
            json.WriteString("name", step.Name);
            json.WriteString("state", State(step));
            json.WriteNumber("rows", step.Rows);
            json.WriteNumber("quarantined", step.Quarantined);
            json.WriteNumber("seconds", Math.Round(step.Elapsed.TotalSeconds, 3));
            json.WriteString("reason", step.Reason);
            if (step.Note is not null)
            {
                json.WriteString("note", step.Note);
            }

            if (step.Queries.Cost > 0)
            {
                json.WriteNumber("bytes_scanned", step.Queries.BytesScanned);
                json.WriteNumber("dollars", step.Queries.Cost);
            }
        });
        EvaluationJson.WriteSummary(json, outcome.Metrics);
        json.WriteEndObject();
    });

    /// <summary>The summary that people read.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="outcome">What the run did.</param>
    /// <param name="lakeOption">The option that names the lake in a command to copy, or "" (see <see cref="GlobalOptions.LakeHint"/>).</param>
    public static void WriteText(Terminal terminal, RunOutcome outcome, string lakeOption)
    {
        var table = new TextTable(
            new TableColumn("step"),
            new TableColumn("state"),
            new TableColumn("rows", Right: true),
            new TableColumn("quarantined", Right: true, Importance: 3),
            new TableColumn("seconds", Right: true, Importance: 2),
            new TableColumn("reason", Least: 22, Importance: 1));
        foreach (var step in outcome.Steps)
        {
            table.Add(step.Name, State(step), HumanText.Count(step.Rows), HumanText.Count(step.Quarantined), HumanText.Seconds(step.Elapsed), step.Reason.Split('\n')[0]);
        }

        table.Write(terminal.Out, terminal.Width);
        WriteCount(terminal.Out, outcome.Steps, lakeOption);
        WriteSums(terminal.Out, outcome.Steps, lakeOption);
        WriteCost(terminal.Out, outcome.Steps);
        foreach (var step in outcome.Steps.Where(step => step.Note is not null))
        {
            terminal.Out.WriteLine($"{step.Name}: {step.Note}");
        }

        EvaluationTable.Write(terminal, outcome.Metrics);
    }

    private static void WriteCount(TextWriter output, IReadOnlyList<StepResult> steps, string lakeOption)
    {
        var built = steps.Count(step => step.State == StepState.Built);
        var failed = steps.Count(step => step.State == StepState.Failed);
        output.WriteLine();
        if (steps is [{ State: StepState.Staged } staged])
        {
            output.WriteLine($"staged; when all N shards are, publish them: recommender run --only {staged.Name} --commit-shards N{lakeOption}");
            return;
        }

        var nothing = steps.Count == 1 ? $"nothing to do: {steps[0].Reason}" : "nothing to do: every table is up to date";
        output.WriteLine(built + failed == 0 ? nothing : $"{built} built, {steps.Count - built - failed} skipped, {failed} failed");
    }

    /// <summary>What was asked of an engine that bills.</summary>
    private static void WriteCost(TextWriter output, IReadOnlyList<StepResult> steps)
    {
        var cost = steps.Sum(step => step.Queries.Cost);
        if (cost > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Athena scanned {ByteSize.Text(steps.Sum(step => step.Queries.BytesScanned))}, about ${cost:0.00##}"));
        }
    }

    /// <summary>Rows in = rows kept + rows quarantined, of each table that quarantined some.</summary>
    private static void WriteSums(TextWriter output, IReadOnlyList<StepResult> steps, string lakeOption)
    {
        var lossy = steps.Where(step => step.Quarantined > 0).ToList();
        foreach (var step in lossy)
        {
            var refused = (double)step.Quarantined / (step.Rows + step.Quarantined);
            output.WriteLine(
                $"{step.Name}: {HumanText.Count(step.Rows + step.Quarantined)} in = {HumanText.Count(step.Rows)} kept + {HumanText.Count(step.Quarantined)} quarantined"
                + (refused > ManyRefused ? string.Create(CultureInfo.InvariantCulture, $" (warning: {refused:P0} of the rows were refused)") : ""));
        }

        if (lossy.Count > 0)
        {
            output.WriteLine($"why, row by row: recommender query \"select * from {lossy[0].Name}__quarantine\"{lakeOption}{(lossy.Count > 1 ? ", and so on" : "")}");
        }
    }

    private static string State(StepResult step) => step.State switch
    {
        StepState.Built => "built",
        StepState.Staged => "staged",
        StepState.Failed => "failed",
        _ => "skipped",
    };
}

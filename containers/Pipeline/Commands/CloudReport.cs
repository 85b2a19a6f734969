using System.Text.Json;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Cloud.Executions;
using Recommender.Pipeline.Cloud.Tasks;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>What the cloud commands tell of runs and tasks.</summary>
internal static class CloudReport
{
    /// <summary>A job in one line.</summary>
    public static string Line(ExecutionStep step, DateTimeOffset now)
    {
        string?[] parts =
        [
            step.Label,
            State(step),
            step.Attempt > 1 ? $"attempt {step.Attempt}" : null,
            step.EndedAt is null ? null : HumanText.Span(step.Duration(now)),
            step.Task is { } task && step.State == ExecutionStepState.Running ? $"task {task.Id}" : null,
            step.Cause.Length > 0 ? step.Cause : null,
        ];
        return string.Join("  ", parts.OfType<string>());
    }

    /// <summary>Jobs as a table.</summary>
    public static TextTable Table(IEnumerable<ExecutionStep> steps, DateTimeOffset now)
    {
        var table = new TextTable(
            new TableColumn("job"),
            new TableColumn("state"),
            new TableColumn("attempt", Right: true, Importance: 1),
            new TableColumn("started", Importance: 2),
            new TableColumn("took", Right: true, Importance: 4),
            new TableColumn("task", Importance: 3),
            new TableColumn("cause", Importance: 5, Least: 24, Wraps: true));
        foreach (var step in steps)
        {
            table.Add(step.Label, State(step), $"{step.Attempt}", HumanText.Age(step.StartedAt, now), HumanText.Span(step.Duration(now)), step.Task?.Id ?? "", step.Cause);
        }

        return table;
    }

    /// <summary>One run.</summary>
    public static void WriteText(CloudSession session, ExecutionView view)
    {
        var now = session.Terminal.Clock.GetUtcNow();
        session.Terminal.Out.WriteLine($"run {view.Run}: {view.Status}, started {HumanText.Age(view.StartedAt, now)}, {(view.IsRunning ? "for" : "took")} {HumanText.Span(view.Duration(now))}");
        if (!view.IsRunning && !view.IsDone)
        {
            session.Terminal.Out.WriteLine($"why: {view.Why}");
        }

        session.Terminal.Out.WriteLine();
        Table(view.Steps, now).Write(session.Terminal.Out, session.Terminal.Width);
    }

    /// <summary>The latest runs.</summary>
    public static void WriteText(CloudSession session, IReadOnlyList<ExecutionView> latest)
    {
        if (latest.Count == 0)
        {
            session.Terminal.Out.WriteLine($"no run yet: start one with '{session.Line("run all")}'");
            return;
        }

        var now = session.Terminal.Clock.GetUtcNow();
        var table = new TextTable(
            new TableColumn("run"),
            new TableColumn("state"),
            new TableColumn("started", Importance: 2),
            new TableColumn("took", Right: true, Importance: 1),
            new TableColumn("job", Importance: 3),
            new TableColumn("cause", Importance: 4, Least: 24, Wraps: true));
        foreach (var view in latest)
        {
            table.Add(view.Run, view.Status, HumanText.Age(view.StartedAt, now), HumanText.Span(view.Duration(now)), view.Telling?.Label ?? "", view.IsDone || view.IsRunning ? "" : view.Why);
        }

        table.Write(session.Terminal.Out, session.Terminal.Width);
    }

    /// <summary>The document of one run.</summary>
    public static void WriteJson(CloudSession session, ExecutionView view) => JsonText.Write(session.Terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteString("stack", session.Stack);
        Members(json, view);
        json.Array("jobs", view.Steps, step =>
        {
            json.WriteString("name", step.Label);
            json.WriteString("state", State(step));
            json.WriteNumber("attempt", step.Attempt);
            json.WriteString("started_at", step.StartedAt);
            Moment(json, "ended_at", step.EndedAt);
            json.WriteString("task", step.Task?.Arn);
            Number(json, "exit_code", step.ExitCode);
            json.WriteString("cause", step.Cause);
        });
        json.WriteEndObject();
    });

    /// <summary>The document of the latest runs.</summary>
    public static void WriteJson(CloudSession session, IReadOnlyList<ExecutionView> latest) => JsonText.Write(session.Terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteString("stack", session.Stack);
        json.Array("runs", latest, view =>
        {
            Members(json, view);
            json.WriteString("job", view.Telling?.Label);
        });
        json.WriteEndObject();
    });

    /// <summary>The document of a table's tasks.</summary>
    public static void WriteJson(CloudSession session, TableName table, string run, IReadOnlyList<TaskEnd> ends, int code) => JsonText.Write(session.Terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteString("stack", session.Stack);
        json.WriteString("table", table.ToString());
        json.WriteString("run", run);
        json.WriteNumber("exit_code", code);
        json.Array("tasks", ends, end =>
        {
            json.WriteString("name", end.Task.Label);
            json.WriteString("task", end.Task.Arn);
            Number(json, "exit_code", end.ExitCode);
            json.WriteString("reason", end.Reason);
            Moment(json, "started_at", end.StartedAt);
            Moment(json, "ended_at", end.StoppedAt);
        });
        json.WriteEndObject();
    });

    private static void Members(Utf8JsonWriter json, ExecutionView view)
    {
        json.WriteString("run", view.Run);
        json.WriteString("execution", view.Arn);
        json.WriteString("state", view.Status);
        json.WriteString("started_at", view.StartedAt);
        Moment(json, "ended_at", view.EndedAt);
        json.WriteString("cause", view.IsDone || view.IsRunning ? "" : view.Why);
    }

    private static string State(ExecutionStep step) => step.State switch
    {
        ExecutionStepState.Starting => "starting",
        ExecutionStepState.Running => "running",
        ExecutionStepState.Done => "done",
        ExecutionStepState.Failed => "failed",
        _ => "stopped",
    };

    private static void Moment(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}

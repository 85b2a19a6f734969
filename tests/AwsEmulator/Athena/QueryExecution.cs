using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Athena;

/// <summary>A query that was started. Safe for concurrent use; a state that is an end is never left.</summary>
/// <param name="id">QueryExecutionId.</param>
/// <param name="input">The request that started it.</param>
/// <param name="statement">Its statement.</param>
/// <param name="workgroup">The workgroup it runs in.</param>
/// <param name="folder">Where its results go, with a slash at the end.</param>
/// <param name="clock">The clock of its times.</param>
internal sealed class QueryExecution(string id, JsonObject input, AthenaStatement statement, AthenaWorkgroup workgroup, S3Place folder, TimeProvider clock) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly DateTimeOffset _submitted = clock.GetUtcNow();
    private DateTimeOffset? _began;
    private DateTimeOffset? _ended;
    private string? _reason;
    private AthenaError? _error;

    /// <summary>QueryExecutionId.</summary>
    public string Id => id;

    /// <summary>Its statement.</summary>
    public AthenaStatement Statement => statement;

    /// <summary>The workgroup it runs in.</summary>
    public AthenaWorkgroup Workgroup => workgroup;

    /// <summary>Cancelled when it is stopped.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>How it is doing.</summary>
    public QueryState State { get; private set; }

    /// <summary>What it gave; null until it succeeded.</summary>
    public QueryOutcome? Outcome { get; private set; }

    /// <summary>Whether an earlier result was given instead of running it.</summary>
    public bool Reused { get; private set; }

    /// <summary>When it ended; null until then.</summary>
    public DateTimeOffset? Ended => _ended;

    /// <summary>The database of names without one; null for none.</summary>
    public string? Database => input.Object("QueryExecutionContext")?.Text("Database");

    /// <summary>What an earlier query must share for its result to be given again.</summary>
    public string ReuseKey => string.Join('\n', workgroup.Name, Database, input.Object("QueryExecutionContext")?.Text("Catalog"), statement.Sql);

    /// <summary>How old a result may be that is given again; null for none.</summary>
    public TimeSpan? ReuseWithin => input.Object("ResultReuseConfiguration")?.Object("ResultReuseByAgeConfiguration") is { } reuse && reuse.Flag("Enabled")
        ? TimeSpan.FromMinutes(reuse.Number("MaxAgeInMinutes") ?? 60)
        : null;

    /// <summary>The main file of its result.</summary>
    public S3Place Output => folder with { Key = folder.Key + id + (statement.Kind switch { StatementKind.Select or StatementKind.Explain => ".csv", StatementKind.Insert => "", _ => ".txt" }) };

    /// <summary>The list of the files that an INSERT wrote.</summary>
    public S3Place Manifest => folder with { Key = $"{folder.Key}{id}-manifest.csv" };

    /// <summary>Lets it run.</summary>
    /// <returns>False where it has ended meanwhile.</returns>
    public bool Begin()
    {
        lock (_lock)
        {
            if (State != QueryState.Queued)
            {
                return false;
            }

            (State, _began) = (QueryState.Running, clock.GetUtcNow());
            return true;
        }
    }

    /// <summary>Ends it well.</summary>
    public void Succeed(QueryOutcome outcome, bool reused)
    {
        lock (_lock)
        {
            if (_ended is null)
            {
                (State, _ended, Outcome, Reused) = (QueryState.Succeeded, clock.GetUtcNow(), outcome, reused);
            }
        }
    }

    /// <summary>Ends it.</summary>
    /// <param name="state">Failed or cancelled.</param>
    /// <param name="reason">Why.</param>
    /// <param name="error">What kind of error; null for none.</param>
    public void End(QueryState state, string reason, AthenaError? error)
    {
        lock (_lock)
        {
            if (_ended is null)
            {
                (State, _ended, _reason, _error) = (state, clock.GetUtcNow(), reason, error);
            }
        }
    }

    /// <summary>Stops it; does nothing where it has ended.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            // One that runs ends when the engine lets go.
            if (State == QueryState.Queued)
            {
                End(QueryState.Cancelled, "Query cancelled by user", null);
            }
        }

        _stop.Cancel();
    }

    /// <summary>The QueryExecution of an answer.</summary>
    public JsonObject ToJson()
    {
        lock (_lock)
        {
            var execution = new JsonObject
            {
                ["QueryExecutionId"] = id,
                ["Query"] = statement.Sql,
                ["StatementType"] = statement.StatementType,
                ["ResultConfiguration"] = new JsonObject { ["OutputLocation"] = Output.ToString() },
                ["QueryExecutionContext"] = input.Object("QueryExecutionContext")?.DeepClone() ?? new JsonObject(),
                ["Status"] = Status(),
                ["Statistics"] = Statistics(),
                ["WorkGroup"] = workgroup.Name,
                ["EngineVersion"] = AthenaWorkgroup.EngineVersion,
            };
            if (input.Object("ResultReuseConfiguration") is { } reuse)
            {
                execution["ResultReuseConfiguration"] = reuse.DeepClone();
            }

            return execution;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private JsonObject Status()
    {
        var status = new JsonObject { [nameof(State)] = State.ToString().ToUpperInvariant(), ["SubmissionDateTime"] = JsonMoment.Seconds(_submitted) };
        if (_reason is not null)
        {
            status["StateChangeReason"] = _reason;
        }

        if (_ended is { } ended)
        {
            status["CompletionDateTime"] = JsonMoment.Seconds(ended);
        }

        if (_error is not null)
        {
            status["AthenaError"] = _error.ToJson(_reason!);
        }

        return status;
    }

    private JsonObject Statistics()
    {
        var now = _ended ?? clock.GetUtcNow();
        var began = _began ?? now;
        var statistics = new JsonObject
        {
            ["QueryQueueTimeInMillis"] = (long)(began - _submitted).TotalMilliseconds,
            ["EngineExecutionTimeInMillis"] = (long)(now - began).TotalMilliseconds,
            ["TotalExecutionTimeInMillis"] = (long)(now - _submitted).TotalMilliseconds,
            ["ServiceProcessingTimeInMillis"] = 0L,
            ["DataScannedInBytes"] = Reused ? 0 : Outcome?.Scanned ?? 0,
        };
        if (statement.Kind == StatementKind.Insert && State is QueryState.Succeeded or QueryState.Failed)
        {
            statistics["DataManifestLocation"] = Manifest.ToString();
        }

        if (_ended is not null)
        {
            statistics["ResultReuseInformation"] = new JsonObject { ["ReusedPreviousResult"] = Reused };
        }

        return statistics;
    }
}

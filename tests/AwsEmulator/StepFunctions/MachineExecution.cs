using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Json;
using Recommender.Tests.StateMachine;

namespace Recommender.AwsEmulator.StepFunctions;

/// <summary>An execution of a machine. Safe for concurrent use.</summary>
/// <param name="machine">The machine.</param>
/// <param name="name">The execution's name.</param>
/// <param name="input">Its input as it was given.</param>
/// <param name="history">Its events.</param>
/// <param name="clock">The clock of its times.</param>
internal sealed class MachineExecution(StateMachine machine, string name, string input, ExecutionHistory history, TimeProvider clock) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private DateTimeOffset? _stopped;
    private string? _output;
    private string? _error;
    private string? _cause;

    /// <summary>Its ARN.</summary>
    public string Arn => machine.Identity.ExecutionArn(name);

    /// <summary>The machine.</summary>
    public StateMachine Machine => machine;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its input as it was given.</summary>
    public string Input => input;

    /// <summary>Its events.</summary>
    public ExecutionHistory History => history;

    /// <summary>RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</summary>
    public string Status { get; private set; } = "RUNNING";

    /// <summary>When it was started.</summary>
    public DateTimeOffset Started => _started;

    /// <summary>When it ended; null until then.</summary>
    public DateTimeOffset? Stopped => _stopped;

    /// <summary>Runs it to its end.</summary>
    /// <param name="services">What its tasks call.</param>
    /// <param name="time">The time it goes by.</param>
    public void Run(IAslServices services, IAslTime time)
    {
        history.Add("ExecutionStarted", "executionStartedEventDetails", new() { ["input"] = input, ["inputDetails"] = new JsonObject { ["truncated"] = false }, ["roleArn"] = machine.Identity.RoleArn });
        var interpreter = new AslInterpreter(machine.Definition, services, time) { Machine = machine.Identity, Told = history.Add };
        try
        {
            var ended = interpreter.Execute(name, JsonNode.Parse(input), _abort.Token);
            End(ended);
        }
        catch (OperationCanceledException)
        {
            // Whoever aborted it has said so.
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A test must see that the emulator broke, and where.
            Console.Error.WriteLine($"the emulated machine failed in {Arn}: {bug}");
            End(new(AslStatus.Failed, null, "States.Runtime", $"the emulator failed: {bug.Message}", []));
        }
    }

    /// <summary>Aborts it; does nothing where it has ended.</summary>
    public void Abort(string? error, string? cause)
    {
        lock (_lock)
        {
            if (_stopped is null)
            {
                (Status, _stopped, _error, _cause) = ("ABORTED", clock.GetUtcNow(), error, cause);
                history.Add("ExecutionAborted", "executionAbortedEventDetails", Fault());
            }
        }

        _abort.Cancel();
    }

    /// <summary>The ExecutionListItem of an answer.</summary>
    public JsonObject ToItem()
    {
        lock (_lock)
        {
            var item = new JsonObject
            {
                ["executionArn"] = Arn,
                ["stateMachineArn"] = machine.Identity.Arn,
                ["name"] = name,
                ["status"] = Status,
                ["startDate"] = JsonMoment.Seconds(_started),
            };
            if (_stopped is { } stopped)
            {
                item["stopDate"] = JsonMoment.Seconds(stopped);
            }

            return item;
        }
    }

    /// <summary>What DescribeExecution answers.</summary>
    public JsonObject ToJson()
    {
        var execution = ToItem();
        execution["input"] = input;
        execution["inputDetails"] = new JsonObject { ["included"] = true };
        lock (_lock)
        {
            if (_output is not null)
            {
                execution["output"] = _output;
                execution["outputDetails"] = new JsonObject { ["included"] = true };
            }

            foreach (var (member, text) in Fault())
            {
                execution[member] = text!.DeepClone();
            }
        }

        return execution;
    }

    /// <inheritdoc/>
    public void Dispose() => _abort.Dispose();

    private void End(AslExecution ended)
    {
        lock (_lock)
        {
            if (_stopped is not null)
            {
                return;
            }

            Status = ended.Status switch { AslStatus.Succeeded => "SUCCEEDED", AslStatus.TimedOut => "TIMED_OUT", _ => "FAILED" };
            (_stopped, _error, _cause) = (clock.GetUtcNow(), ended.Error, ended.Cause);
            _output = ended.Status == AslStatus.Succeeded ? ended.Output?.ToJsonString() ?? "null" : null;
            switch (ended.Status)
            {
                case AslStatus.Succeeded:
                    history.Add("ExecutionSucceeded", "executionSucceededEventDetails", new() { ["output"] = _output, ["outputDetails"] = new JsonObject { ["truncated"] = false } });
                    break;
                case AslStatus.TimedOut:
                    history.Add("ExecutionTimedOut", "executionTimedOutEventDetails", Fault());
                    break;
                default:
                    history.Add("ExecutionFailed", "executionFailedEventDetails", Fault());
                    break;
            }
        }
    }

    private JsonObject Fault()
    {
        var fault = new JsonObject();
        foreach (var (member, text) in new[] { ("error", _error), ("cause", _cause) })
        {
            if (text is not null)
            {
                fault[member] = text;
            }
        }

        return fault;
    }
}

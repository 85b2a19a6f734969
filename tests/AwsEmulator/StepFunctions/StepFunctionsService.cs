using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Ecs;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;
using Recommender.Tests.StateMachine;

namespace Recommender.AwsEmulator.StepFunctions;

/// <summary>AWS Step Functions: standard machines, whose tasks are those of the emulated ECS.</summary>
public sealed class StepFunctionsService : IJsonService, IAsyncDisposable
{
    private const string InvalidArn = "InvalidArn";
    private const string InvalidToken = "InvalidToken";
    private const int MostPerPage = 1000;
    private const int PageSize = 100;

    private readonly EmulatorState _state;
    private readonly EcsService _ecs;
    private readonly IdSource _ids;
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, StateMachine> _machines = new();
    private readonly List<(MachineExecution Execution, Task Work)> _executions = [];
    private readonly ConcurrentQueue<JsonObject> _published = new();

    internal StepFunctionsService(EmulatorState state, EcsService ecs) => (_state, _ecs, _ids) = (state, ecs, IdSource.For(state.Clock, "states"));

    /// <inheritdoc/>
    public string Target => "AWSStepFunctions";

    /// <inheritdoc/>
    public string Name => "states";

    /// <inheritdoc/>
    public string Version => "1.0";

    /// <summary>
    /// How many seconds of a machine (waits, delays of retries, time-outs) pass in one second; 1 by default. Tasks take the time they take.
    /// </summary>
    public double Speed { get; set; } = 1;

    /// <summary>What machines published through SNS: the parameters of each call, in order.</summary>
    public IReadOnlyList<JsonObject> Published => [.. _published];

    /// <summary>Makes a machine, or replaces the definition of the one that has the name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="definition">Its definition in Amazon States Language with JSONPath.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="AslRuleException">The definition breaks the language's rules, or uses what the interpreter does not know.</exception>
    public string Put(string name, string definition)
    {
        var arn = Arn(name);
        _machines[arn] = new(new(arn, $"arn:aws:iam::{_state.Options.Account}:role/{name}"), definition, AslDefinition.Parse(definition), _state.Clock.GetUtcNow());
        return arn;
    }

    /// <summary>The ARN of the machine of a name.</summary>
    public string Arn(string name) => $"arn:aws:states:{_state.Options.Region}:{_state.Options.Account}:stateMachine:{name}";

    /// <inheritdoc/>
    public Task<JsonObject> InvokeAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Task.FromResult(operation switch
        {
            "CreateStateMachine" => Create(input),
            "DescribeStateMachine" => Machine(input).ToJson(),
            "ListStateMachines" => List(input, "stateMachines", [.. _machines.Values.OrderBy(machine => machine.Identity.Name, StringComparer.Ordinal)], machine => machine.ToItem()),
            "StartExecution" => Start(input),
            "DescribeExecution" => Execution(input).ToJson(),
            "ListExecutions" => ListExecutions(input),
            "GetExecutionHistory" => History(input),
            "StopExecution" => Stop(input),
            _ => throw new AwsFaultException("UnknownOperationException", $"the emulated Step Functions do not know {operation}"),
        });
    }

    /// <summary>Aborts what runs.</summary>
    public async ValueTask DisposeAsync()
    {
        (MachineExecution Execution, Task Work)[] executions;
        lock (_lock)
        {
            executions = [.. _executions];
        }

        foreach (var (execution, _) in executions)
        {
            execution.Abort(null, "the emulator stops");
        }

        await Task.WhenAll(executions.Select(item => item.Work));
        foreach (var (execution, _) in executions)
        {
            execution.Dispose();
        }
    }

    internal void Publish(JsonObject parameters) => _published.Enqueue(parameters.DeepClone().AsObject());

    private JsonObject Create(JsonObject input)
    {
        var name = input.Required("name", "InvalidName");
        var definition = input.Required("definition", "InvalidDefinition");
        var arn = Arn(name);
        if (_machines.TryGetValue(arn, out var known) && known.Text != definition)
        {
            throw new AwsFaultException("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");
        }

        try
        {
            Put(name, definition);
        }
        catch (AslRuleException error)
        {
            throw new AwsFaultException("InvalidDefinition", $"Invalid State Machine Definition: '{error.Message}'");
        }

        return new() { ["stateMachineArn"] = arn, ["creationDate"] = JsonMoment.Seconds(_machines[arn].Created) };
    }

    private StateMachine Machine(JsonObject input)
    {
        var arn = input.Required("stateMachineArn", InvalidArn);
        return _machines.GetValueOrDefault(arn) ?? throw new AwsFaultException("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");
    }

    private MachineExecution Execution(JsonObject input)
    {
        var arn = input.Required("executionArn", InvalidArn);
        lock (_lock)
        {
            return _executions.Find(item => item.Execution.Arn == arn).Execution ?? throw new AwsFaultException("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");
        }
    }

    private JsonObject Start(JsonObject input)
    {
        var machine = Machine(input);
        var given = input.Text("input") ?? "{}";
        try
        {
            JsonNode.Parse(given);
        }
        catch (JsonException error)
        {
            throw new AwsFaultException("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{error.Message}'");
        }

        lock (_lock)
        {
            var name = input.Text("name") ?? _ids.Uuid();
            var arn = machine.Identity.ExecutionArn(name);
            var known = _executions.Find(item => item.Execution.Arn == arn).Execution;
            if (known is not null)
            {
                // A repeated start is the same start only as long as it runs.
                return known.Status == "RUNNING" && known.Input == given
                    ? Started(known)
                    : throw new AwsFaultException("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");
            }

            var execution = new MachineExecution(machine, name, given, new ExecutionHistory(machine.Definition, _state.Options.Region, _state.Clock), _state.Clock);
            _executions.Add((execution, Task.Factory.StartNew(() => Run(execution), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            return Started(execution);
        }
    }

    private void Run(MachineExecution execution) =>
        execution.Run(new MachineServices(_ecs, this, _state.Faults, execution.History), new WallTime(_state.Clock, Speed));

    private static JsonObject Started(MachineExecution execution) => new() { ["executionArn"] = execution.Arn, ["startDate"] = JsonMoment.Seconds(execution.Started) };

    private JsonObject ListExecutions(JsonObject input)
    {
        var machine = Machine(input);
        var status = input.Text("statusFilter");
        List<MachineExecution> executions;
        lock (_lock)
        {
            // The latest first.
            executions = [.. _executions.Select(item => item.Execution).Where(execution => execution.Machine.Identity == machine.Identity && (status is null || execution.Status == status)).Reverse()];
        }

        return List(input, "executions", executions, execution => execution.ToItem());
    }

    private JsonObject History(JsonObject input)
    {
        var events = Execution(input).History.Events;
        return List(input, "events", input.Flag("reverseOrder") ? [.. events.Reverse()] : events, happened => happened);
    }

    private JsonObject Stop(JsonObject input)
    {
        var execution = Execution(input);
        execution.Abort(input.Text("error"), input.Text("cause"));
        return new() { ["stopDate"] = JsonMoment.Seconds(execution.Stopped!.Value) };
    }

    private static JsonObject List<T>(JsonObject input, string member, IReadOnlyList<T> items, Func<T, JsonObject> write)
    {
        var size = input.Number("maxResults") is { } asked and > 0 ? asked : PageSize;
        var (page, next) = Pages.Cut(items, input.Text("nextToken"), Math.Min(size, MostPerPage), InvalidToken);
        var answer = new JsonObject { [member] = new JsonArray([.. page.Select(write)]) };
        if (next is not null)
        {
            answer["nextToken"] = next;
        }

        return answer;
    }
}

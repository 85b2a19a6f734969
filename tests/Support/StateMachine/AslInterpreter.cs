using System.Globalization;
using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>Executes a machine, as Step Functions would, over services that a test scripts: in virtual time, or as time goes.</summary>
/// <param name="definition">The machine.</param>
/// <param name="services">What its Task states call.</param>
/// <param name="time">The time.</param>
/// <param name="seed">Seeds the jitter of retries and States.MathRandom.</param>
public sealed class AslInterpreter(AslDefinition definition, IAslServices services, IAslTime time, int seed = 1)
{
    private const int MostBytes = 256 * 1024;

    // A machine that goes in a circle would never end.
    private const int MostEvents = 25_000;

    private readonly Random _random = new(seed);
    private readonly List<AslEvent> _events = [];
    private readonly PayloadTemplate _template = new(new IntrinsicFunctions(new Random(seed)));

    /// <summary>The machine that executes.</summary>
    public AslMachine Machine { get; init; } = AslMachine.Some;

    /// <summary>Is told of events when they happen; null for nobody.</summary>
    public Action<AslEvent>? Told { get; init; }

    /// <summary>Executes.</summary>
    /// <param name="name">The execution's name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="cancellationToken">Aborts it.</param>
    /// <exception cref="OperationCanceledException">It was aborted.</exception>
    public AslExecution Execute(string name, JsonNode? input, CancellationToken cancellationToken = default) => time.Run(() => ExecuteAsync(name, input, cancellationToken));

    private async Task<AslExecution> ExecuteAsync(string name, JsonNode? input, CancellationToken cancellationToken)
    {
        var context = new JsonObject
        {
            ["Execution"] = new JsonObject
            {
                ["Id"] = Machine.ExecutionArn(name),
                ["Name"] = name,
                ["Input"] = input?.DeepClone(),
                ["RoleArn"] = Machine.RoleArn,
                ["StartTime"] = Moment(),
            },
            ["StateMachine"] = new JsonObject { ["Id"] = Machine.Arn, ["Name"] = Machine.Name },
        };
        try
        {
            var limit = definition.Root["TimeoutSeconds"]?.GetValue<int>();
            return await WithinAsync(limit, token => RunToEndAsync(input, context, token), cancellationToken);
        }
        catch (AslStateException error)
        {
            return new AslExecution(AslStatus.TimedOut, null, error.Error, error.Cause, _events);
        }
    }

    private async Task<AslExecution> RunToEndAsync(JsonNode? input, JsonObject context, CancellationToken cancellationToken)
    {
        try
        {
            return new AslExecution(AslStatus.Succeeded, await RunScopeAsync(definition.Root, input, context, cancellationToken), null, null, _events);
        }
        catch (AslStateException error)
        {
            return new AslExecution(AslStatus.Failed, null, error.Error, error.Cause, _events);
        }
    }

    private string Moment() => time.Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private void Tell(string state, AslEventKind kind, string detail = "", JsonNode? data = null)
    {
        var happened = new AslEvent(time.Now, state, kind, detail) { Data = data?.DeepClone() };
        _events.Add(happened);
        Told?.Invoke(happened);
        if (_events.Count > MostEvents)
        {
            throw new InvalidOperationException($"the execution has more than {MostEvents} events");
        }
    }

    /// <summary>Does work within a time; what runs over is stopped.</summary>
    private async Task<T> WithinAsync<T>(int? seconds, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = work(stop.Token);
        if (seconds is null)
        {
            return await running;
        }

        using var ended = new CancellationTokenSource();
        var limit = time.Delay(TimeSpan.FromSeconds(seconds.Value), ended.Token);
        if (await Task.WhenAny(running, limit) == limit)
        {
            stop.Cancel();
            try
            {
                await running;
            }
            catch (Exception error) when (error is OperationCanceledException or AslStateException)
            {
                // It is too late for whatever it was.
            }

            throw new AslStateException("States.Timeout", "");
        }

        ended.Cancel();
        return await running;
    }

    private async Task<JsonNode?> RunScopeAsync(JsonObject scope, JsonNode? input, JsonObject context, CancellationToken cancellationToken)
    {
        var states = scope["States"]!.AsObject();
        var name = scope["StartAt"]!.GetValue<string>();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Tell(name, AslEventKind.Entered, data: input);
            string? next;
            try
            {
                (input, next) = await RunStateAsync(name, states[name]!.AsObject(), input, context, cancellationToken);
            }
            catch (AslStateException error)
            {
                Tell(name, AslEventKind.Failed, error.Error, error.Cause);
                throw;
            }

            Tell(name, AslEventKind.Left, data: input);
            if (IntrinsicFunctions.Text(input).Length > MostBytes)
            {
                throw new AslStateException("States.DataLimitExceeded", $"the output of '{name}' is larger than {MostBytes} bytes");
            }

            if (next is null)
            {
                return input;
            }

            name = next;
        }
    }

    /// <summary>One state with its retries.</summary>
    private async Task<(JsonNode? Output, string? Next)> RunStateAsync(string name, JsonObject state, JsonNode? raw, JsonObject outer, CancellationToken cancellationToken)
    {
        var retriers = (state["Retry"] as JsonArray ?? []).Select(retrier => new AslRetrier(retrier!.AsObject())).ToList();
        for (var retries = 0; ; retries++)
        {
            var context = outer.DeepClone().AsObject();
            context["State"] = new JsonObject { ["Name"] = name, ["EnteredTime"] = Moment(), ["RetryCount"] = retries };
            AslStateException error;
            try
            {
                return await RunOnceAsync(state, raw, context, cancellationToken);
            }
            catch (AslStateException reported)
            {
                error = reported;
            }

            if (retriers.FirstOrDefault(retrier => retrier.Matches(error))?.Delay(_random) is { } delay)
            {
                Tell(name, AslEventKind.Retried, delay.TotalSeconds.ToString(CultureInfo.InvariantCulture));
                await time.Delay(delay, cancellationToken);
                continue;
            }

            var catcher = (state["Catch"] as JsonArray ?? []).Select(entry => entry!.AsObject())
                .FirstOrDefault(entry => entry["ErrorEquals"]!.AsArray().Any(wanted => error.Matches(wanted!.GetValue<string>())));
            if (catcher is null)
            {
                throw error;
            }

            Tell(name, AslEventKind.Caught, error.Error);
            var fault = new JsonObject { ["Error"] = error.Error };
            if (error.Cause.Length > 0)
            {
                fault["Cause"] = error.Cause;
            }

            return (Place(catcher, raw, fault), catcher["Next"]!.GetValue<string>());
        }
    }

    private async Task<(JsonNode? Output, string? Next)> RunOnceAsync(JsonObject state, JsonNode? raw, JsonObject context, CancellationToken cancellationToken)
    {
        var type = state["Type"]!.GetValue<string>();
        var input = Reach(state, "InputPath", raw, context);
        if (type == "Choice")
        {
            var chosen = state["Choices"]!.AsArray().Select(choice => choice!.AsObject()).FirstOrDefault(choice => ChoiceRule.Holds(choice, input, context));
            var next = (chosen?["Next"] ?? state["Default"])?.GetValue<string>() ?? throw new AslStateException("States.NoChoiceMatched", IntrinsicFunctions.Text(input));
            return (Reach(state, "OutputPath", input, context), next);
        }

        if (type == "Fail")
        {
            throw new AslStateException(Said(state, "Error", raw, context), Said(state, "Cause", raw, context));
        }

        var result = type switch
        {
            "Pass" => state.ContainsKey("Result") ? state["Result"]?.DeepClone() : Parameters(state, input, context),
            "Wait" => await WaitAsync(state, input, context, cancellationToken),
            "Task" => await TaskAsync(context["State"]!["Name"]!.GetValue<string>(), state, Parameters(state, input, context), cancellationToken),
            "Parallel" => await ParallelAsync(state, Parameters(state, input, context), context, cancellationToken),
            "Map" => await MapAsync(state, input, context, cancellationToken),
            _ => input,
        };
        if (state.ContainsKey("ResultSelector"))
        {
            result = _template.Fill(state["ResultSelector"], result, context);
        }

        var output = type is "Wait" or "Succeed" ? result : Place(state, raw, result);
        return (Reach(state, "OutputPath", output, context), state["Next"]?.GetValue<string>());
    }

    private JsonNode? Parameters(JsonObject state, JsonNode? input, JsonObject context) =>
        state.ContainsKey("Parameters") ? _template.Fill(state["Parameters"], input, context) : input;

    /// <summary>What InputPath or OutputPath chooses: all, nothing where it is null, or a part.</summary>
    private static JsonNode? Reach(JsonObject state, string field, JsonNode? node, JsonObject context)
    {
        if (!state.ContainsKey(field))
        {
            return node?.DeepClone();
        }

        return state[field] is null ? new JsonObject() : Value(state[field]!.GetValue<string>(), node, context);
    }

    private static JsonNode? Value(string text, JsonNode? node, JsonObject context)
    {
        var path = JsonPath.Parse(text);
        var value = path.Read(path.IsContext ? context : node, out var found);
        return found ? value : throw new AslStateException("States.Runtime", $"'{text}' leads nowhere in {IntrinsicFunctions.Text(node)}");
    }

    private static string Said(JsonObject state, string field, JsonNode? input, JsonObject context) =>
        state[$"{field}Path"] is { } path
            ? Value(path.GetValue<string>(), input, context) is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new AslStateException("States.Runtime", $"'{path}' leads to no text")
            : state[field]?.GetValue<string>() ?? "";

    /// <summary>Puts a result where ResultPath says: over everything, nowhere, or under a field, whose place is made if need be.</summary>
    private static JsonNode? Place(JsonObject holder, JsonNode? raw, JsonNode? result)
    {
        if (!holder.ContainsKey("ResultPath"))
        {
            return result;
        }

        if (holder["ResultPath"] is null)
        {
            return raw?.DeepClone();
        }

        var fields = JsonPath.Parse(holder["ResultPath"]!.GetValue<string>()).Fields!;
        if (fields.Count == 0)
        {
            return result;
        }

        var output = raw?.DeepClone() ?? new JsonObject();
        var place = output as JsonObject ?? throw new AslStateException("States.ResultPathMatchFailure", "the input is no object");
        foreach (var field in fields.SkipLast(1))
        {
            place[field] ??= new JsonObject();
            place = place[field] as JsonObject ?? throw new AslStateException("States.ResultPathMatchFailure", $"'{field}' is no object");
        }

        place[fields[^1]] = result;
        return output;
    }

    private async Task<JsonNode?> WaitAsync(JsonObject state, JsonNode? input, JsonObject context, CancellationToken cancellationToken)
    {
        var seconds = state["Seconds"] ?? Value(state["SecondsPath"]!.GetValue<string>(), input, context);
        await time.Delay(TimeSpan.FromSeconds(seconds!.GetValue<int>()), cancellationToken);
        return input;
    }

    private async Task<JsonNode?> TaskAsync(string name, JsonObject state, JsonNode? parameters, CancellationToken cancellationToken)
    {
        var resource = state["Resource"]!.GetValue<string>();
        Tell(name, AslEventKind.TaskScheduled, resource, parameters);
        try
        {
            var result = await WithinAsync(
                state["TimeoutSeconds"]?.GetValue<int>(),
                token => services.CallAsync(resource, parameters!.AsObject(), token),
                cancellationToken);
            Tell(name, AslEventKind.TaskSucceeded, resource, result);
            return result;
        }
        catch (AslStateException error)
        {
            Tell(name, error.Error == "States.Timeout" ? AslEventKind.TaskTimedOut : AslEventKind.TaskFailed, resource, new JsonObject { ["error"] = error.Error, ["cause"] = error.Cause });
            throw;
        }
    }

    private Task<JsonNode?> ParallelAsync(JsonObject state, JsonNode? input, JsonObject context, CancellationToken cancellationToken) =>
        AllAsync(
            [.. state["Branches"]!.AsArray().Select(branch => new Func<CancellationToken, Task<JsonNode?>>(token => RunScopeAsync(branch!.AsObject(), input?.DeepClone(), context, token)))],
            0,
            cancellationToken);

    private Task<JsonNode?> MapAsync(JsonObject state, JsonNode? input, JsonObject context, CancellationToken cancellationToken)
    {
        var items = Value(state["ItemsPath"]?.GetValue<string>() ?? "$", input, context) as JsonArray ?? throw new AslStateException("States.Runtime", "the items are no list");
        return AllAsync(
            [.. items.Select((item, index) => new Func<CancellationToken, Task<JsonNode?>>(token =>
            {
                var own = context.DeepClone().AsObject();
                own["Map"] = new JsonObject { ["Item"] = new JsonObject { ["Index"] = index, ["Value"] = item?.DeepClone() } };
                var selected = state.ContainsKey("ItemSelector") ? _template.Fill(state["ItemSelector"], input, own) : item?.DeepClone();
                return RunScopeAsync(state["ItemProcessor"]!.AsObject(), selected, own, token);
            }))],
            state["MaxConcurrency"]?.GetValue<int>() ?? 0,
            cancellationToken);
    }

    /// <summary>Runs branches at once, so many at a time (0: all); where one fails, the others are stopped and its error is the state's.</summary>
    private static async Task<JsonNode?> AllAsync(IReadOnlyList<Func<CancellationToken, Task<JsonNode?>>> branches, int most, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = new JsonNode?[branches.Count];
        var running = new Dictionary<Task<JsonNode?>, int>();
        Exception? failed = null;
        for (var next = 0; next < branches.Count || running.Count > 0;)
        {
            while (failed is null && next < branches.Count && (most == 0 || running.Count < most))
            {
                running.Add(branches[next](stop.Token), next++);
            }

            if (running.Count == 0)
            {
                break;
            }

            var ended = await Task.WhenAny(running.Keys);
            running.Remove(ended, out var index);
            try
            {
                results[index] = await ended;
            }
            catch (Exception error) when (error is AslStateException or OperationCanceledException)
            {
                failed ??= error;
                stop.Cancel();
            }
        }

        return failed is null ? new JsonArray(results) : throw failed;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>
/// A machine in Amazon States Language with JSONPath, checked against the language's rules: no field that its kind of state does not
/// have, no expression that cannot be read, no state without a way in or a way out.
/// </summary>
public sealed class AslDefinition
{
    private const int LongestName = 80;
    private const int LargestBytes = 1024 * 1024;

    private static readonly string[] _data = ["InputPath", "OutputPath"];
    private static readonly string[] _way = ["Next", "End"];
    private static readonly string[] _result = ["ResultPath"];
    private static readonly string[] _faults = ["Retry", "Catch"];

    private static readonly Dictionary<string, string[]> _fields = new()
    {
        ["Task"] = [.. _data, .. _way, .. _result, .. _faults, "Resource", "Parameters", "ResultSelector", "TimeoutSeconds"],
        ["Pass"] = [.. _data, .. _way, .. _result, "Parameters", "Result"],
        ["Wait"] = [.. _data, .. _way, "Seconds", "SecondsPath"],
        ["Choice"] = [.. _data, "Choices", "Default"],
        ["Succeed"] = _data,
        ["Fail"] = ["Error", "ErrorPath", "Cause", "CausePath"],
        ["Parallel"] = [.. _data, .. _way, .. _result, .. _faults, "Branches", "Parameters", "ResultSelector"],
        ["Map"] = [.. _data, .. _way, .. _result, .. _faults, "ItemsPath", "ItemSelector", "ItemProcessor", "MaxConcurrency", "ResultSelector"],
    };

    private static readonly HashSet<string> _reserved =
    [
        "States.ALL", "States.Timeout", "States.TaskFailed", "States.Permissions", "States.ResultPathMatchFailure", "States.ParameterPathFailure",
        "States.BranchFailed", "States.NoChoiceMatched", "States.IntrinsicFailure", "States.ItemReaderFailed", "States.ResultWriterFailed",
        "States.ExceedToleratedFailureThreshold", "States.HeartbeatTimeout", "States.DataLimitExceeded", "States.Runtime",
    ];

    private readonly Dictionary<string, JsonObject> _states = [];

    private AslDefinition(JsonObject root) => Root = root;

    /// <summary>The document.</summary>
    public JsonObject Root { get; }

    /// <summary>All states of all scopes, by name.</summary>
    public IReadOnlyDictionary<string, JsonObject> States => _states;

    /// <summary>Reads and checks a definition.</summary>
    /// <exception cref="AslRuleException">It breaks a rule, or uses something that is not known here.</exception>
    public static AslDefinition Parse(string json)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(json) > LargestBytes)
        {
            throw new AslRuleException($"the definition is larger than {LargestBytes} bytes");
        }

        JsonObject root;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            root = JsonObject.Create(document.RootElement.Clone()) ?? throw new AslRuleException("the definition is no object");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new AslRuleException($"the definition is no JSON object: {error.Message}");
        }

        var definition = new AslDefinition(root);
        definition.CheckFields("the machine", root, ["Comment", "QueryLanguage", "Version", "TimeoutSeconds", "StartAt", "States"]);
        Require(root["QueryLanguage"] is null || Text(root, "QueryLanguage") == "JSONPath", "the query language is not JSONPath");
        CheckSeconds("the machine", root, "TimeoutSeconds", 1, 99_999_999);
        definition.CheckScope("the machine", root);
        return definition;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new AslRuleException(otherwise);
        }
    }

    private static string? Text(JsonObject holder, string field) =>
        holder[field] is null ? null : holder[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new AslRuleException($"'{field}' is no text");

    private static void CheckSeconds(string where, JsonObject holder, string field, int least, int most)
    {
        if (holder.ContainsKey(field))
        {
            Require(
                holder[field] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var seconds) && seconds >= least && seconds <= most,
                $"{where}: '{field}' is no whole number from {least} to {most}");
        }
    }

    private void CheckFields(string where, JsonObject holder, IEnumerable<string> known)
    {
        foreach (var (field, _) in holder.ExceptBy(known, field => field.Key))
        {
            throw new AslRuleException($"{where}: '{field}' is not known");
        }
    }

    private void CheckScope(string where, JsonObject scope)
    {
        var states = scope[nameof(States)] as JsonObject ?? throw new AslRuleException($"{where} has no States");
        Require(states.Count > 0, $"{where} has no state");
        var start = Text(scope, "StartAt");
        Require(start is not null && states.ContainsKey(start), $"{where} starts at '{start}', which is no state of it");
        var reached = new HashSet<string> { start! };
        foreach (var (name, node) in states)
        {
            var state = node as JsonObject ?? throw new AslRuleException($"'{name}' is no object");
            Require(name.Length is > 0 and <= LongestName, $"the name '{name}' has {name.Length} characters");
            Require(_states.TryAdd(name, state), $"two states are called '{name}'");
            CheckState(name, state);
            foreach (var target in Targets(state))
            {
                Require(states.ContainsKey(target), $"'{name}' leads to '{target}', which is not there");
            }
        }

        var open = new Stack<string>(reached);
        while (open.TryPop(out var name))
        {
            foreach (var target in Targets((JsonObject)states[name]!).Where(reached.Add))
            {
                open.Push(target);
            }
        }

        Require(reached.Count == states.Count, $"{where}: nothing leads to {string.Join(", ", states.Select(state => state.Key).Except(reached))}");
        Require(states.Any(state => state.Value!["End"] is not null || Text((JsonObject)state.Value, "Type") is "Succeed" or "Fail"), $"{where} has no end");
    }

    private static IEnumerable<string> Targets(JsonObject state) => new[] { Text(state, "Next"), Text(state, "Default") }
        .Concat(((state["Choices"] as JsonArray) ?? []).Select(choice => Text((JsonObject)choice!, "Next")))
        .Concat(((state["Catch"] as JsonArray) ?? []).Select(catcher => Text((JsonObject)catcher!, "Next")))
        .OfType<string>();

    private void CheckState(string name, JsonObject state)
    {
        var type = Text(state, "Type");
        Require(type is not null && _fields.ContainsKey(type), $"'{name}': '{type}' is no type of state that the interpreter knows");
        CheckFields($"'{name}'", state, [.. _fields[type!], "Type", "Comment"]);
        if (_fields[type!].Contains("Next"))
        {
            Require(state.ContainsKey("Next") != state.ContainsKey("End"), $"'{name}' has not one of Next and End");
            Require(!state.ContainsKey("End") || state["End"]!.ToJsonString() == "true", $"'{name}': End is not true");
        }

        CheckPaths(name, state);
        switch (type)
        {
            case "Task":
                Require(Text(state, "Resource") is not null, $"'{name}' has no Resource");
                CheckSeconds($"'{name}'", state, "TimeoutSeconds", 1, 99_999_999);
                break;
            case "Wait":
                Require(state.ContainsKey("Seconds") != state.ContainsKey("SecondsPath"), $"'{name}' has not one of Seconds and SecondsPath");
                CheckSeconds($"'{name}'", state, "Seconds", 0, 99_999_999);
                break;
            case "Choice":
                CheckChoices(name, state);
                break;
            case "Fail":
                Require(!(state.ContainsKey("Error") && state.ContainsKey("ErrorPath")) && !(state.ContainsKey("Cause") && state.ContainsKey("CausePath")), $"'{name}' has a field and its path");
                break;
            case "Parallel":
                Require(state["Branches"] is JsonArray { Count: > 0 }, $"'{name}' has no Branches");
                foreach (var branch in state["Branches"]!.AsArray())
                {
                    CheckBranch($"a branch of '{name}'", branch as JsonObject, ["Comment", "StartAt", "States"]);
                }

                break;
            case "Map":
                CheckMap(name, state);
                break;
        }

        CheckRetries(name, state);
    }

    private static void CheckPaths(string name, JsonObject state)
    {
        foreach (var field in new[] { "InputPath", "OutputPath", "ResultPath", "SecondsPath", "ItemsPath", "ErrorPath", "CausePath" }.Where(state.ContainsKey))
        {
            if (state[field] is null)
            {
                Require(field is "InputPath" or "OutputPath" or "ResultPath", $"'{name}': '{field}' is null");
                continue;
            }

            var path = JsonPath.Parse(Text(state, field)!);
            Require(path.IsDefinite, $"'{name}': '{field}' may lead to many places");
            Require(field != "ResultPath" || (path.Fields is not null && !path.IsContext), $"'{name}': ResultPath '{path.Text}' is not of fields alone");
        }

        foreach (var field in new[] { "Parameters", "ResultSelector", "ItemSelector" }.Where(state.ContainsKey))
        {
            Require(state[field] is JsonObject || field == "Parameters", $"'{name}': '{field}' is no object");
            try
            {
                PayloadTemplate.Check(state[field]);
            }
            catch (AslRuleException error)
            {
                throw new AslRuleException($"'{name}': '{field}': {error.Message}");
            }
        }
    }

    private static void CheckChoices(string name, JsonObject state)
    {
        Require(state["Choices"] is JsonArray { Count: > 0 }, $"'{name}' has no Choices");
        foreach (var choice in state["Choices"]!.AsArray())
        {
            try
            {
                ChoiceRule.Check(choice as JsonObject ?? throw new AslRuleException("a choice is no object"), isTop: true);
            }
            catch (AslRuleException error)
            {
                throw new AslRuleException($"'{name}': {error.Message}");
            }
        }
    }

    private void CheckBranch(string where, JsonObject? branch, string[] fields)
    {
        Require(branch is not null, $"{where} is no object");
        CheckFields(where, branch!, fields);
        CheckScope(where, branch!);
    }

    private void CheckMap(string name, JsonObject state)
    {
        CheckSeconds($"'{name}'", state, "MaxConcurrency", 0, 40);
        CheckBranch($"the processor of '{name}'", state["ItemProcessor"] as JsonObject, ["Comment", "ProcessorConfig", "StartAt", "States"]);
        if (state["ItemProcessor"]!["ProcessorConfig"] is JsonObject configuration)
        {
            CheckFields($"'{name}': ProcessorConfig", configuration, ["Mode"]);
            Require(configuration["Mode"] is null || Text(configuration, "Mode") == "INLINE", $"'{name}': the interpreter knows inline Map states only");
        }
    }

    private void CheckRetries(string name, JsonObject state)
    {
        foreach (var field in _faults.Where(state.ContainsKey))
        {
            var entries = state[field] as JsonArray ?? throw new AslRuleException($"'{name}': '{field}' is no list");
            for (var number = 0; number < entries.Count; number++)
            {
                var entry = entries[number] as JsonObject ?? throw new AslRuleException($"'{name}': an entry of '{field}' is no object");
                CheckFields($"'{name}': {field}", entry, field == "Retry"
                    ? ["Comment", "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy"]
                    : ["Comment", "ErrorEquals", "ResultPath", "Next"]);
                CheckErrors($"'{name}': {field}", entry, isLast: number == entries.Count - 1);
                CheckEntry(name, field, entry);
            }
        }
    }

    private static void CheckEntry(string name, string field, JsonObject entry)
    {
        if (field == "Catch")
        {
            Require(Text(entry, "Next") is not null, $"'{name}': an entry of Catch leads nowhere");
            Require(entry["ResultPath"] is null || JsonPath.Parse(Text(entry, "ResultPath")!).Fields is not null, $"'{name}': the ResultPath of Catch is not of fields alone");
            return;
        }

        CheckSeconds($"'{name}'", entry, "IntervalSeconds", 1, 99_999_999);
        CheckSeconds($"'{name}'", entry, "MaxAttempts", 0, 99_999_999);
        CheckSeconds($"'{name}'", entry, "MaxDelaySeconds", (entry["IntervalSeconds"]?.GetValue<int>() ?? 1) + 1, 31_622_400);
        Require(entry["BackoffRate"] is null || entry["BackoffRate"]!.GetValue<double>() >= 1, $"'{name}': BackoffRate is below 1");
        Require(Text(entry, "JitterStrategy") is null or "FULL" or "NONE", $"'{name}': '{entry["JitterStrategy"]}' is no strategy");
    }

    private static void CheckErrors(string where, JsonObject entry, bool isLast)
    {
        Require(entry["ErrorEquals"] is JsonArray { Count: > 0 }, $"{where}: ErrorEquals is empty");
        var errors = entry["ErrorEquals"]!.AsArray().Select(error => error!.GetValue<string>()).ToList();
        foreach (var error in errors.Where(error => error.StartsWith("States.", StringComparison.Ordinal)))
        {
            Require(_reserved.Contains(error), $"{where}: '{error}' is no error of the language");
        }

        Require(!errors.Contains("States.ALL") || (errors.Count == 1 && isLast), $"{where}: States.ALL stands alone, in the last entry");
    }
}

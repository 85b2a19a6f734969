using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Cloud.Machines;

/// <summary>The definition of a deployed state machine, as <see cref="StateMachine.StateMachineRenderer"/> wrote it: its states by name, whatever they lie in.</summary>
internal sealed class MachineText
{
    private const string RunTask = "arn:aws:states:::ecs:runTask.sync";

    private readonly string _name;
    private readonly Dictionary<string, JsonObject> _states = [];

    private MachineText(string name, JsonObject definition)
    {
        _name = name;
        Collect(definition);
    }

    /// <summary>The tables that have a job, in the order of the definition.</summary>
    public IEnumerable<string> Tables => _states.Keys.Where(name => IsJob(name) && !name.Contains(':', StringComparison.Ordinal));

    /// <summary>The cluster that jobs run in.</summary>
    public string ClusterArn => Parameters(Tables.First())["Cluster"]?.GetValue<string>() ?? throw Unknown("jobs without a cluster");

    /// <summary>The delivery that is loaded where an execution's input names no other.</summary>
    public string StandingSource => _states.GetValueOrDefault("Standing source")?["Parameters"]?["source"]?.GetValue<string>() ?? throw Unknown("no standing source");

    /// <summary>Reads a definition.</summary>
    /// <param name="name">The machine's name, for messages.</param>
    /// <param name="definition">Amazon States Language.</param>
    /// <exception cref="EnvironmentException">It is not a pipeline's.</exception>
    public static MachineText Parse(string name, string definition)
    {
        try
        {
            var text = new MachineText(name, JsonNode.Parse(definition)!.AsObject());
            return text.Tables.Any() ? text : throw text.Unknown("no jobs");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new EnvironmentException($"the definition of {name} is not one of a pipeline: {error.Message}", error);
        }
    }

    /// <summary>Whether a state runs a job in a task.</summary>
    public bool IsJob(string state) => _states.TryGetValue(state, out var found) && found["Resource"]?.GetValue<string>() == RunTask;

    /// <summary>The parameters of a job's call of ECS: a payload template.</summary>
    public JsonObject Parameters(string job) => _states[job]["Parameters"]!.AsObject();

    /// <summary>In how many shards a table is computed; 1 where it is one job.</summary>
    public int ShardsOf(string table)
    {
        if (_states.GetValueOrDefault($"{table}: number shards")?["Parameters"]?.AsObject() is not { } numbers)
        {
            return 1;
        }

        return AslExpression.Fill(numbers, path => throw Unknown($"the path {path} among its numbers of shards"))["shards"]?.AsArray().Count
            ?? throw Unknown("no numbers of shards");
    }

    /// <summary>What to say about a definition that another version of this program wrote.</summary>
    public EnvironmentException Unknown(string what) =>
        new($"the state machine {_name} has {what}, which this program does not know: use the version that the stack was deployed with");

    private void Collect(JsonObject scope)
    {
        foreach (var (name, state) in scope["States"]!.AsObject())
        {
            var fields = state!.AsObject();
            _states.Add(name, fields);
            foreach (var branch in fields["Branches"]?.AsArray() ?? [])
            {
                Collect(branch!.AsObject());
            }

            if (fields["ItemProcessor"] is JsonObject items)
            {
                Collect(items);
            }
        }
    }
}

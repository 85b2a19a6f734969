using System.Text.Json.Nodes;
using Recommender.Lake.Building;

namespace Recommender.Pipeline.StateMachine;

/// <summary>The states of a step that is computed in shards: a task for each, and, when all are staged, one that publishes them.</summary>
/// <param name="targets">Where jobs run.</param>
/// <param name="step">The step.</param>
internal sealed class ShardedStates(StateMachineTargets targets, IShardedStep step)
{
    private readonly string _name = step.Table.Name.ToString();
    private readonly JobKind _kind = JobKinds.Of(step);
    private readonly StepCommand _command = new(step, targets.Lake);

    /// <summary>The name of the first state.</summary>
    public string First => $"{_name}: number shards";

    /// <summary>Adds the states.</summary>
    /// <param name="states">Takes them.</param>
    /// <param name="exits">Where they lead.</param>
    public void Add(JsonObject states, Exits exits)
    {
        var (all, staged) = ($"{_name}: shards", $"{_name}: all staged?");
        states.State(First, new JsonObject
        {
            ["Type"] = "Pass",
            ["Parameters"] = new JsonObject().With("shards", AslText.Call("ArrayRange", AslText.Number(0), AslText.Number(targets.Shards - 1), AslText.Number(1))),
            ["ResultPath"] = "$.scoring",
        }.Then(all));
        states.State(all, EachShard().Guarded(exits).Then(staged));
        Gathering.Check(states, staged, exits with { Next = _name });
        new StepStates(targets, _kind, _name, _name, _command.CommitShards(targets.Shards)).Add(states, exits);
    }

    private JsonObject EachShard()
    {
        var branch = new JsonObject();
        var shard = $"{_name}: shard";
        var label = AslText.Format($"{shard} {{}}/{targets.Shards}", AslText.Path("$.shard"));
        new StepStates(targets, _kind, shard, label, _command.OneShard(targets.Shards)).Add(branch, new Exits(null, $"{shard}: failed", null));
        branch.State($"{shard}: failed", Gathering.Failed());
        return new JsonObject
        {
            ["Type"] = "Map",
            ["Comment"] = "No shard may fail; those that were staged stay, and need not be computed again.",
            ["ItemsPath"] = "$.scoring.shards",
            ["ItemSelector"] = new JsonObject { ["attempt"] = StepStates.FirstAttempt(targets) }.With("shard", AslText.Path("$$.Map.Item.Value")),
            ["MaxConcurrency"] = targets.Shards,
            ["ItemProcessor"] = new JsonObject
            {
                ["ProcessorConfig"] = new JsonObject { ["Mode"] = "INLINE" },
                ["StartAt"] = shard,
                ["States"] = branch,
            },
            ["ResultSelector"] = Gathering.Failures(),
            ["ResultPath"] = Gathering.Where,
        };
    }
}

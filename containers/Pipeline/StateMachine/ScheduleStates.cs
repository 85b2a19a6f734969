using System.Text.Json.Nodes;
using Recommender.Lake.Building;

namespace Recommender.Pipeline.StateMachine;

/// <summary>The states of a schedule.</summary>
internal sealed class ScheduleStates
{
    private readonly StateMachineTargets _targets;
    private readonly Dictionary<Schedule.AtOnce, string> _stages = new(ReferenceEqualityComparer.Instance);

    /// <summary>Names the stages of a schedule.</summary>
    /// <param name="targets">Where jobs run.</param>
    /// <param name="schedule">The whole schedule.</param>
    public ScheduleStates(StateMachineTargets targets, Schedule schedule)
    {
        _targets = targets;
        NameStages(schedule);
    }

    /// <summary>The name of the state that a schedule begins with.</summary>
    public string First(Schedule schedule) => schedule switch
    {
        Schedule.One { Step: IShardedStep step } when _targets.Shards > 1 => new ShardedStates(_targets, step).First,
        Schedule.One { Step: var step } => step.Table.Name.ToString(),
        Schedule.InTurn turn => First(turn.Parts[0]),
        Schedule.AtOnce stage => _stages[stage],
        _ => throw Unknown(schedule),
    };

    /// <summary>Adds the states of a schedule to a scope.</summary>
    /// <param name="schedule">The schedule, or a part of it.</param>
    /// <param name="states">Takes them.</param>
    /// <param name="exits">Where they lead.</param>
    public void Add(Schedule schedule, JsonObject states, Exits exits)
    {
        switch (schedule)
        {
            case Schedule.One { Step: IShardedStep step } when _targets.Shards > 1:
                new ShardedStates(_targets, step).Add(states, exits);
                break;
            case Schedule.One { Step: var step }:
                var name = step.Table.Name.ToString();
                new StepStates(_targets, JobKinds.Of(step), name, name, new StepCommand(step, _targets.Lake).Whole).Add(states, exits);
                break;
            case Schedule.InTurn { Parts: var parts }:
                for (var part = 0; part < parts.Count; part++)
                {
                    Add(parts[part], states, part + 1 < parts.Count ? exits with { Next = First(parts[part + 1]) } : exits);
                }

                break;
            case Schedule.AtOnce stage:
                AddStage(stage, states, exits);
                break;
            default:
                throw Unknown(schedule);
        }
    }

    private static InvalidOperationException Unknown(Schedule schedule) => new($"{schedule.GetType()} is no schedule");

    private void NameStages(Schedule schedule)
    {
        if (schedule is Schedule.AtOnce stage)
        {
            _stages.Add(stage, $"Stage {_stages.Count + 1}");
        }

        foreach (var part in schedule switch { Schedule.AtOnce { Branches: var branches } => branches, Schedule.InTurn { Parts: var parts } => parts, _ => [] })
        {
            NameStages(part);
        }
    }

    private void AddStage(Schedule.AtOnce stage, JsonObject states, Exits exits)
    {
        var name = _stages[stage];
        var asked = $"{name}: all made?";
        states.State(name, new JsonObject
        {
            ["Type"] = "Parallel",
            ["Comment"] = string.Join(", ", stage.Steps.Select(step => step.Table.Name)),
            ["Branches"] = new JsonArray([.. stage.Branches.Select((branch, number) => Branch(branch, $"{name}, branch {number + 1}: failed"))]),
            ["ResultSelector"] = Gathering.Failures(),
            ["ResultPath"] = Gathering.Where,
        }.Guarded(exits).Then(asked));
        Gathering.Check(states, asked, exits);
    }

    private JsonObject Branch(Schedule schedule, string failed)
    {
        var states = new JsonObject();
        Add(schedule, states, new Exits(null, failed, null));
        states.State(failed, Gathering.Failed());
        return new JsonObject { ["StartAt"] = First(schedule), ["States"] = states };
    }
}

using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Ecs;

/// <summary>The faults of tasks that are to happen. Safe for concurrent use.</summary>
internal sealed class TaskFaults
{
    private readonly Lock _lock = new();
    private readonly List<TaskFault> _faults = [];

    /// <summary>Adds a fault behind those that are there.</summary>
    public void Add(TaskFault fault)
    {
        lock (_lock)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>What goes wrong with a task; counts it.</summary>
    /// <returns>Null where nothing does.</returns>
    public TaskFault? Next(EcsTask task)
    {
        var command = string.Join(' ', task.Override?["command"] is null ? task.Container.Texts("command") : task.Override.Texts("command"));
        lock (_lock)
        {
            var at = _faults.FindIndex(fault => fault.Times > 0 && (fault.Match is null || command.Contains(fault.Match, StringComparison.Ordinal)));
            if (at < 0)
            {
                return null;
            }

            var fault = _faults[at];
            _faults[at] = fault.Skip > 0 ? fault with { Skip = fault.Skip - 1 } : fault with { Times = fault.Times - 1 };
            return fault.Skip > 0 ? null : fault;
        }
    }
}

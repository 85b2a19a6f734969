using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Tests;

namespace Recommender.Lake.Tests.Support;

/// <summary>A lake in a folder of its own, its engine, and a clock that moves a minute with every run.</summary>
internal sealed class TemporaryLake : IDisposable
{
    private readonly string _top = Directory.CreateTempSubdirectory("lake-test-").FullName;

    /// <param name="folder">The lake's folder below a new temporary one, or an absolute path.</param>
    public TemporaryLake(string folder = "lake")
    {
        Store = new SnapshotStore(new LakeFolder(Path.Combine(_top, folder)));
        Engine = NewEngine();
        Connection = Engine.Connect();
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public FakeClock Clock { get; } = new();

    public SnapshotStore Store { get; }

    public DuckDbEngine Engine { get; }

    public DuckDbConnection Connection { get; }

    public static DuckDbEngine NewEngine() => new(new EngineOptions { Threads = 2, MemoryBytes = EngineOptions.LeastMemory });

    public string At(params string[] parts) => Path.Combine([Store.Lake.Root, .. parts]);

    /// <summary>Plans a step and, where that says so, builds it.</summary>
    public StepPlan Run(ITableStep step, DayRange? forced = null)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var planner = new Planner(Store, forced);
        var plan = planner.Plan(step);
        if (plan.Action == PlanAction.Build)
        {
            new StepRunner(Store, Engine, Clock, "run-1").Run(plan, plan.Inputs!, Connection, new Progress<StepProgress>(), Token);
        }

        return plan;
    }

    /// <summary>Runs steps that must all be built, and gives the last one's manifest.</summary>
    public Manifest Build(params ITableStep[] steps)
    {
        foreach (var step in steps)
        {
            Assert.Equal(PlanAction.Build, Run(step).Action);
        }

        return Current(steps[^1]);
    }

    public Manifest Current(ITableStep step) => Store.Current(step.Table.Name)!;

    public Manifest Rollback(ITableStep step) => Store.Rollback(step.Table.Name, Clock.GetUtcNow());

    /// <summary>A query's rows as text: <c>1|a|2011-01-04</c>.</summary>
    public List<string> Rows(string sql, DuckDbConnection? connection = null)
    {
        using var result = (connection ?? Connection).Query(sql, Token);
        return [.. result.Chunks().SelectMany(chunk => Enumerable.Range(0, chunk.Count).Select(row =>
            string.Join('|', Enumerable.Range(0, result.Columns.Count).Select(column => Text(chunk.GetValue(column, row))))))];
    }

    public void Dispose()
    {
        Connection.Dispose();
        Engine.Dispose();
        Directory.Delete(_top, recursive: true);
    }

    private static string Text(object? value) => value switch
    {
        null => "NULL",
        DateOnly day => DayRange.Text(day),
        _ => FormattableString.Invariant($"{value}"),
    };
}

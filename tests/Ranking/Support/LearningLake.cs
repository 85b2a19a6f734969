using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Tests.Registry;
using Recommender.Ranking.Tuning;
using Recommender.Tests;

namespace Recommender.Ranking.Tests.Support;

/// <summary>A lake with the clean tables of a made-up shop, in which the steps of models are built. Each user keeps to a few products.</summary>
internal sealed class LearningLake : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private string? _note;

    /// <param name="users">Users, with ids from 1; about half are fit users, and everybody's next basket is known.</param>
    public LearningLake(int users = 600)
    {
        Store = new SnapshotStore(new LakeFolder(_folder["lake"]));
        Fill(users);
    }

    public SnapshotStore Store { get; }

    public DuckDbEngine Engine { get; } = new(new EngineOptions { Threads = 2, MemoryBytes = EngineOptions.LeastMemory });

    public FakeClock Clock { get; } = new();

    public DecayLearner Learner { get; set; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Writes another shop's tables.</summary>
    public void Fill(int users)
    {
        var lines = $"select u * 100 + o as order_id, u as user_id, o as order_number, case when o < 7 then 'prior' else 'train' end as eval_set, p as add_to_cart_order,"
            + $" case when p < 4 then (u * 7 + p * 13) % 60 else (u * 11 + o * 17 + p) % 60 end + 1 as product_id"
            + $" from range(1, {users + 1}) as us(u), range(1, 8) as os(o), range(1, 6) as ps(p) where p = 1 or (u + o * p) % (p + 1) > 0";
        var counts = Enum.GetValues<ItemStatistic>().Select(ItemStatisticsReader.Column).ToList();
        ITableStep[] steps =
        [
            new SelectStep("clean.aisles", "select 1 as aisle_id, 'fruit' as aisle", ("aisle_id", ColumnType.BigInt), ("aisle", ColumnType.Varchar)),
            new SelectStep("clean.departments", "select d as department_id, 'department ' || d as department from range(1, 4) as ds(d)", ("department_id", ColumnType.BigInt), ("department", ColumnType.Varchar)),
            new SelectStep(
                "clean.products", "select p as product_id, 'product ' || p as product_name, 1 as aisle_id, p % 3 + 1 as department_id from range(1, 61) as ps(p)",
                ("product_id", ColumnType.BigInt), ("product_name", ColumnType.Varchar), ("aisle_id", ColumnType.BigInt), ("department_id", ColumnType.BigInt)),
            new SelectStep(
                "clean.orders",
                $"select u * 100 + o as order_id, u as user_id, case when o < 7 then 'prior' else 'train' end as eval_set, o as order_number, o % 7 as order_dow, 9 as order_hour_of_day,"
                + $" case when o > 1 then 7.0 end as days_since_prior_order from range(1, {users + 1}) as us(u), range(1, 8) as os(o)",
                ("order_id", ColumnType.BigInt), ("user_id", ColumnType.BigInt), ("eval_set", ColumnType.Varchar), ("order_number", ColumnType.Integer),
                ("order_dow", ColumnType.Integer), ("order_hour_of_day", ColumnType.Integer), ("days_since_prior_order", ColumnType.Double)),
            new SelectStep(
                "clean.order_lines", $"select order_id, product_id, user_id, order_number, eval_set, min(add_to_cart_order) as add_to_cart_order from ({lines}) group by all",
                ("order_id", ColumnType.BigInt), ("product_id", ColumnType.BigInt), ("user_id", ColumnType.BigInt), ("order_number", ColumnType.Integer),
                ("eval_set", ColumnType.Varchar), ("add_to_cart_order", ColumnType.Integer)),
            new SelectStep(
                ItemStatisticsReader.Table.ToString(),
                $"select f as fold, p as product_id, {string.Join(", ", counts.Select(count => $"1 as {count}"))} from range({StatisticFolds.Count}) as fs(f), range(1, 61) as ps(p)",
                [("fold", ColumnType.Integer), ("product_id", ColumnType.BigInt), .. counts.Select(count => (count, ColumnType.BigInt))]),
        ];
        foreach (var step in steps)
        {
            Run(step);
        }
    }

    /// <summary>Plans and builds the steps of tuning, training and scoring, as a run does.</summary>
    public void RunAll(TrainingRequest? request = null, string? run = null)
    {
        var loader = new ShopHistoryLoader(1, Learner);
        Run(new TuningRunsStep(loader, Clock, 1), run: run);
        Train(request, run, loader);
        var pass = new ScoringPass(1, isShared: true);
        Run(new RecommendationsStep(loader, pass), run: run);
        Run(new NextBasketStep(loader, pass), run: run);
    }

    /// <summary>Plans and builds the step of training.</summary>
    public (StepPlan Plan, string? Note) Train(TrainingRequest? request = null, string? run = null, ShopHistoryLoader? loader = null)
    {
        var again = request is { Seed: not null } or { Promote: true };
        var plan = Run(new ModelsStep(loader ?? new ShopHistoryLoader(1, Learner), Clock, 1, request), again, run);
        return (plan, _note);
    }

    /// <summary>Builds the step of tuning for a session once; says whether the session has finished.</summary>
    public bool Tune(TuningSession session)
    {
        Run(new TuningRunsStep(new ShopHistoryLoader(1, Learner), Clock, 1, session), again: true);
        return session.Finished;
    }

    /// <summary>Plans a step and, where that says so, builds it.</summary>
    public StepPlan Run(ITableStep step, bool again = false, string? run = null)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var plan = new Planner(Store, null, run) { Again = again ? new HashSet<TableName> { step.Table.Name } : new HashSet<TableName>() }.Plan(step, Token);
        if (plan.Action == PlanAction.Build)
        {
            using var connection = Engine.Connect();
            _note = new StepRunner(Store, Engine, Clock, run ?? "run").Run(plan, plan.Inputs!, connection, new Progress<StepProgress>(), Token).Note;
        }

        return plan;
    }

    /// <summary>The models, newest first.</summary>
    public IReadOnlyList<ModelRecord> Models(bool files = false)
    {
        Show(LearningTables.Models);
        using var connection = Engine.Connect();
        return ModelReader.Read(connection, files, Token);
    }

    /// <summary>The trials, in the order of their beginnings.</summary>
    public IReadOnlyList<TrialRecord> Trials()
    {
        Show(LearningTables.TuningRuns);
        using var connection = Engine.Connect();
        return TrialTable.Read(connection, Token);
    }

    /// <summary>The values of a one-column query, as text.</summary>
    public IReadOnlyList<string> Texts(string sql, params TableDeclaration[] shown)
    {
        Array.ForEach(shown, Show);
        using var connection = Engine.Connect();
        using var result = connection.Query(sql, Token);
        return [.. result.Chunks().SelectMany(chunk => Enumerable.Range(0, chunk.Count).Select(row => FormattableString.Invariant($"{chunk.GetValue(0, row)}")))];
    }

    public void Rollback(TableDeclaration table)
    {
        Store.Rollback(table.Name, Clock.GetUtcNow(), Token);
        Show(table);
    }

    public void Dispose()
    {
        Engine.Dispose();
        _folder.Dispose();
    }

    private void Show(TableDeclaration table) => Engine.Show(table, Store, Store.Current(table.Name, Token)!, Token);
}

using System.Globalization;
using Recommender.Ingest.Csv;
using Recommender.Ingest.Grocery;
using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Transform;

namespace Recommender.Ingest.Tests.Support;

/// <summary>Runs the raw and clean steps over a lake one after another, and reads the tables.</summary>
internal sealed class LakeRun : IDisposable
{
    private readonly DuckDbEngine _engine = new(new EngineOptions { Threads = 2, MemoryBytes = 1L << 30 });
    private readonly DuckDbConnection _connection;
    private readonly SnapshotStore _store;

    internal LakeRun(string lake)
    {
        _store = new SnapshotStore(new LakeFolder(lake));
        _connection = _engine.Connect();
        Tables = [.. GroceryFeed.Files.Select(file => file.Table), .. CleanModels.Select(model => model.Table)];
        _engine.ShowAll(Tables, _store);
    }

    private static IEnumerable<Lake.Models.SqlModel> CleanModels => GroceryModels.All.Where(model => model.Table.Name.Zone == Zone.Clean);

    /// <summary>The tables this knows.</summary>
    internal IReadOnlyList<TableDeclaration> Tables { get; }

    /// <summary>Loads a delivery and cleans it.</summary>
    /// <param name="folder">The delivery.</param>
    /// <param name="only">The raw tables to load, and no clean one; all and the clean ones where none is named.</param>
    /// <returns>The tables that were built.</returns>
    internal IReadOnlyList<string> Load(string folder, params string[] only)
    {
        var steps = GroceryFeed.Open(new FeedDelivery(folder))
            .Where(found => only.Length == 0 || only.Contains(found.File.Stem))
            .Select(found => (ITableStep)new CsvStep(found.File, found.Source, found.Source.Hash(CancellationToken.None), TimeProvider.System))
            .ToList();
        if (only.Length == 0)
        {
            steps.AddRange(CleanModels.Select(model => new ModelStep(model)));
        }

        return [.. steps.Where(Build).Select(step => step.Table.Name.ToString())];
    }

    /// <summary>Builds a step where its plan says so.</summary>
    internal bool Build(ITableStep step)
    {
        var planner = new Planner(_store);
        var plan = planner.Plan(step);
        if (plan.Action != PlanAction.Build)
        {
            return false;
        }

        using var connection = _engine.Connect();
        var runner = new StepRunner(_store, _engine, TimeProvider.System, "test");
        runner.Run(plan, plan.Inputs!, connection, new Progress<StepProgress>(), CancellationToken.None);
        return true;
    }

    /// <summary>The current snapshot of a table.</summary>
    internal Manifest Current(string table) => _store.Current(TableName.Parse(table))!;

    /// <summary>A query's rows, each as its values with <c>|</c> between, NULL as nothing.</summary>
    internal IReadOnlyList<string> Rows(string sql)
    {
        using var result = _connection.Query(sql, CancellationToken.None);
        var rows = new List<string>();
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                rows.Add(string.Join('|', Enumerable.Range(0, result.Columns.Count)
                    .Select(column => Convert.ToString(chunk.GetValue(column, row), CultureInfo.InvariantCulture))));
            }
        }

        return rows;
    }

    /// <summary>A table's refused rows: line, reason and text.</summary>
    internal IReadOnlyList<string> Refused(string table) =>
        Rows($"select source_line, reject_reason, raw_text from {table}__quarantine order by source_file, source_line");

    /// <summary>Every row that came in is kept or quarantined, at each level.</summary>
    internal void AssertNothingLost(string folder)
    {
        foreach (var file in GroceryFeed.Files)
        {
            var manifest = Current($"raw.{file.Stem}");
            Assert.Equal(LinesWithText(Path.Combine(folder, file.Stem + ".csv")), manifest.Rows + manifest.Quarantined);
            AssertCounts(manifest);
        }

        foreach (var model in CleanModels)
        {
            var manifest = Current(model.Table.Name.ToString());
            Assert.Equal(model.Inputs.Where(input => input.Zone == Zone.Raw).Sum(input => Current(input.ToString()).Rows), manifest.Rows + manifest.Quarantined);
            AssertCounts(manifest);
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _engine.Dispose();
    }

    private void AssertCounts(Manifest manifest)
    {
        Assert.Equal([$"{manifest.Rows}"], Rows($"select count(*) from {manifest.Table}"));
        Assert.Equal([$"{manifest.Quarantined}"], Rows($"select count(*) from {manifest.Table}__quarantine"));
    }

    private static long LinesWithText(string file) =>
        System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).Split('\n').Skip(1).Count(line => line.TrimEnd('\r').Length > 0);
}

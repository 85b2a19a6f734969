using Recommender.Ingest.Csv;
using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Running;
using Recommender.Tests;

namespace Recommender.Infra.Tests.Querying;

/// <summary>A lake that the pipeline builds once from the tiny delivery.</summary>
public sealed class TinyLake : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbEngine _engine = new(new EngineOptions { Threads = 2 });

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var clock = new FakeClock();
        var store = new SnapshotStore(new LakeFolder(_folder["lake"]));
        var graph = GroceryPipeline.Build(new FeedDelivery(TinyDelivery.Write(_folder["delivery"])), threads: 2, clock, cancellation);
        var results = await new PipelineRunner(store, new EmbeddedStepBuilder(store, _engine, clock), new Planner(store), new Silence(), clock).RunAsync(graph, "tiny", parallel: 2, cancellation);
        Assert.All(results, result => Assert.Equal(StepState.Built, result.State));
        _engine.ShowAll(GroceryPipeline.Tables, store);
    }

    /// <summary>The rows of a query, values by column.</summary>
    internal IReadOnlyList<IReadOnlyDictionary<string, object?>> Ask(string sql)
    {
        using var connection = _engine.Connect();
        using var result = connection.Query(sql, TestContext.Current.CancellationToken);
        var rows = new List<IReadOnlyDictionary<string, object?>>();
        while (result.TryRead(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                rows.Add(result.Columns.Select((column, index) => KeyValuePair.Create(column.Name, chunk.GetValue(index, row))).ToDictionary());
            }
        }

        return rows;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _engine.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Silence : IRunReporter
    {
        public void Started(string name, string reason)
        {
        }

        public void Progressed(IReadOnlyList<RunningStep> steps)
        {
        }

        public void Ended(StepResult result)
        {
        }
    }
}

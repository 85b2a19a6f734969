using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Running;
using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Running;

public sealed class PipelineRunnerTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task No_step_is_left_running_where_planning_another_fails()
    {
        using var engine = new DuckDbEngine(new EngineOptions());
        using var started = new ManualResetEventSlim();
        var stopped = false;
        var building = new FakeStep("building", cancellationToken =>
        {
            started.Set();
            stopped = cancellationToken.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
            cancellationToken.ThrowIfCancellationRequested();
        });
        var unplannable = new FakeStep("unplannable", _ => { }, () =>
        {
            started.Wait(TestContext.Current.CancellationToken);
            throw new InvalidDataException("no plan");
        });
        var runner = new PipelineRunner(_workspace.Store, new EmbeddedStepBuilder(_workspace.Store, engine, _workspace.Clock), new Planner(_workspace.Store), new SilentReporter(), _workspace.Clock);

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            runner.RunAsync(new PipelineGraph([building, unplannable]), "run", parallel: 2, TestContext.Current.CancellationToken));

        Assert.True(stopped, "a step was still building when the run ended");
    }

    private sealed class FakeStep(string name, Action<CancellationToken> build, Action? define = null) : ITableStep
    {
        public TableDeclaration Table { get; } = new()
        {
            Name = new TableName(Zone.Raw, name),
            Description = "One row.",
            Columns = [new("id", ColumnType.BigInt, "The row.")],
            Grain = ["id"],
        };

        public IReadOnlyList<TableName> Inputs => [];

        public string Definition
        {
            get
            {
                define?.Invoke();
                return name;
            }
        }

        public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

        public StepOutput Build(StepContext context, CancellationToken cancellationToken)
        {
            build(cancellationToken);
            return new StepOutput(0);
        }
    }

    private sealed class SilentReporter : IRunReporter
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

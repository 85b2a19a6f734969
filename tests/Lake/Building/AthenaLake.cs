using Amazon.Runtime;
using Recommender.AwsEmulator;
using Recommender.Lake.Athena;
using Recommender.Lake.Aws;
using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Glue;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.S3;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;
using Recommender.Tests;

namespace Recommender.Lake.Tests.Building;

/// <summary>A stack in an emulator of its own: a lake on S3, its catalog, Athena, and the builders as a task has them.</summary>
internal sealed class AthenaLake : IAsyncDisposable
{
    private readonly string _work = Directory.CreateTempSubdirectory("athena-lake-").FullName;
    private readonly AwsClients _clients;
    private readonly DuckDbEngine _embedded = TemporaryLake.NewEngine();
    private readonly IReadOnlyCollection<TableDeclaration> _tables;

    private AthenaLake(AwsEmulatorServer server, IReadOnlyCollection<TableDeclaration> tables, TimeSpan patience)
    {
        Server = server;
        Stack = EmulatorStack.Create(server, "uat", tables);
        _tables = tables;
        _clients = new AwsClients(new AwsClientOptions
        {
            Endpoint = server.Address,
            Region = "eu-west-1",
            Credentials = new BasicAWSCredentials("test", "test"),
            Retries = 2,
            AnswerTimeout = patience,
        });
        Settings = new AwsLakeSettings
        {
            Name = Stack.Lake,
            Buckets = Enum.GetValues<Zone>().ToDictionary(zone => zone, Stack.Bucket),
            Databases = Enum.GetValues<Zone>().ToDictionary(zone => zone, Stack.Database),
            Workgroup = Stack.Workgroup,
            WorkFolder = _work,
        };
        Storage = new S3Storage(Settings, _clients.S3, new S3Options { FirstWait = TimeSpan.FromMilliseconds(5) }, TimeProvider.System, new Random(1));
        Catalog = new GlueCatalog(_clients.Glue, Settings);
        Store = new SnapshotStore(Storage, new GluePointers(Catalog, Storage, new PointerCopies(Storage), tables));
        Athena = new AthenaEngine(_clients.Athena, Settings, Options, TimeProvider.System, new Random(1));
        Builder = new CombinedStepBuilder(new AthenaStepBuilder(Store, Athena, Catalog, Clock), new EmbeddedStepBuilder(Store, _embedded, Clock) { Fetched = tables });
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public AwsEmulatorServer Server { get; }

    public EmulatorStack Stack { get; }

    public AwsLakeSettings Settings { get; }

    public FakeClock Clock { get; } = new();

    public S3Storage Storage { get; }

    public GlueCatalog Catalog { get; }

    public SnapshotStore Store { get; }

    public AthenaEngine Athena { get; }

    public IStepBuilder Builder { get; }

    private static AthenaOptions Options => new() { FirstPoll = TimeSpan.FromMilliseconds(5), LongestPoll = TimeSpan.FromMilliseconds(50), FirstRetry = TimeSpan.FromMilliseconds(5), StopWait = TimeSpan.FromSeconds(20) };

    /// <param name="patience">How long an answer may take.</param>
    /// <param name="steps">The steps whose tables the stack has.</param>
    public static async Task<AthenaLake> StartAsync(TimeSpan patience, params ITableStep[] steps) =>
        new(await AwsEmulatorServer.StartAsync(new EmulatorOptions(), Token), [.. steps.Select(step => step.Table)], patience);

    /// <summary>Plans a step and, where that says so, builds it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="reported">Called with what the build does, as it does it.</param>
    /// <param name="cancellationToken">Stops it; null for the test's.</param>
    public StepPlan Run(ITableStep step, Action<string>? reported = null, CancellationToken? cancellationToken = null)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var plan = new Planner(Store).Plan(step, Token);
        if (plan.Action == PlanAction.Build)
        {
            using var build = Builder.Begin(plan, plan.Inputs!, "run-1");
            build.Run(new Reported(reported), cancellationToken ?? Token);
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

        return Store.Current(steps[^1].Table.Name, Token)!;
    }

    /// <summary>A query's rows as a reader sees them who asks Athena: <c>1|a|2011-01-04</c>.</summary>
    public List<string> Rows(string sql)
    {
        using var query = Athena.Start(new SqlStatement(sql), Token);
        query.Wait(Token);
        return [.. query.Rows(Token).Select(row => string.Join('|', row.Select(Text)))];
    }

    /// <summary>The snapshots of a table of which there is any file.</summary>
    public IReadOnlyList<string> Snapshots(ITableStep step) => Store.Folders(step.Table.Name, Token);

    /// <summary>The tables of a zone's database.</summary>
    public IReadOnlyList<string> Tables(Zone zone) => Catalog.Names(zone, Token);

    /// <summary>Differences between the declarations and the catalog.</summary>
    public IReadOnlyList<string> Drift() => new CatalogDrift(Catalog, Settings).Faults(_tables, Token);

    /// <summary>How many starts of statements that begin so Athena was asked for.</summary>
    public int Started(string beginning) =>
        Server.Log.Of("athena", "StartQueryExecution").Count(request => request.RequestBody.Contains($"\"QueryString\":\"{beginning}", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        _embedded.Dispose();
        _clients.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_work, recursive: true);
    }

    private static string Text(object? value) => value switch
    {
        null => "NULL",
        DateOnly day => DayRange.Text(day),
        _ => FormattableString.Invariant($"{value}"),
    };

    private sealed class Reported(Action<string>? reported) : IProgress<StepProgress>
    {
        public void Report(StepProgress value) => reported?.Invoke(value.Activity);
    }
}

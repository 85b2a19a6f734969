using Amazon.Athena;
using Amazon.Athena.Model;
using Amazon.Glue;
using Amazon.Runtime;
using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Faults;
using Recommender.Emulator.Tests.Models;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;

namespace Recommender.Emulator.Tests.Athena;

/// <summary>An emulator with a stack of two tables, clean.orders and curated.sales by day, and clients of it.</summary>
public abstract class AthenaEmulatorTest : IAsyncLifetime
{
    private AmazonAthenaClient? _athena;
    private AmazonGlueClient? _glue;
    private AwsEmulatorServer? _server;
    private EmulatorStack? _stack;

    private protected static TableDeclaration Orders { get; } = new()
    {
        Name = new TableName(Zone.Clean, "orders"),
        Description = "One row is an order.",
        Columns =
        [
            new("order_id", ColumnType.BigInt, "Number."),
            new("items", ColumnType.Integer, "Count.", Nullable: true),
            new("total", ColumnType.Double, "Euros.", Nullable: true),
            new("note", ColumnType.Varchar, "Text.", Nullable: true),
            new("paid", ColumnType.Boolean, "Flag.", Nullable: true),
            new("placed_at", ColumnType.Timestamp, "Moment.", Nullable: true),
        ],
        Grain = ["order_id"],
        HasQuarantine = true,
    };

    private protected static TableDeclaration Sales { get; } = new()
    {
        Name = new TableName(Zone.Curated, "sales"),
        Description = "One row is a day.",
        Columns = [new("day", ColumnType.Date, "Day."), new("amount", ColumnType.BigInt, "Cents.")],
        Grain = ["day"],
        DayPartition = "day",
    };

    private protected AwsEmulatorServer Server => _server!;

    private protected EmulatorStack Stack => _stack!;

    private protected IAmazonAthena Client => _athena!;

    private protected IAmazonGlue Glue => _glue!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await AwsEmulatorServer.StartAsync(new(), Cancellation);
        _stack = EmulatorStack.Create(_server, "uat", [Orders, Sales]);
        var credentials = new BasicAWSCredentials("test", "test");
        _athena = new(credentials, new AmazonAthenaConfig { ServiceURL = Server.Address.ToString(), AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        _glue = new(credentials, new AmazonGlueConfig { ServiceURL = Server.Address.ToString(), AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        _athena?.Dispose();
        _glue?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
            WireRecord.Check(_server.Log);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Moves a table to another prefix, as publishing does.</summary>
    private protected async Task MoveAsync(TableDeclaration table, string prefix)
    {
        var (database, location) = (Stack.Database(table.Name.Zone), $"s3://{Stack.Bucket(table.Name.Zone)}/{prefix}");
        var current = (await Glue.GetTableAsync(new() { DatabaseName = database, Name = table.Name.Table }, Cancellation)).Table;
        current.StorageDescriptor.Location = location;
        if (table.DayPartition is { } day)
        {
            current.Parameters["storage.location.template"] = $"{location}{day}=${{{day}}}/";
        }

        var input = new Amazon.Glue.Model.TableInput
        {
            Name = current.Name,
            TableType = current.TableType,
            Parameters = current.Parameters,
            PartitionKeys = current.PartitionKeys,
            StorageDescriptor = current.StorageDescriptor,
        };
        await Glue.UpdateTableAsync(new() { DatabaseName = database, TableInput = input, VersionId = current.VersionId }, Cancellation);
    }

    /// <summary>Puts a Parquet file with what a SELECT in the embedded engine's SQL yields.</summary>
    private protected void Put(Zone zone, string key, string select)
    {
        var file = Server.Objects.NewTemporaryFile();
        using var database = DuckDbDatabase.Open(null, new());
        using var connection = database.Connect();
        connection.Execute($"copy ({select}) to {DuckDbQuote.Literal(file)} (format parquet)", Cancellation);
        Server.Objects.Add(Stack.Bucket(zone), key, file);
    }

    private protected async Task<string> StartAsync(string sql, string? token = null) =>
        (await Client.StartQueryExecutionAsync(new() { QueryString = sql, WorkGroup = Stack.Workgroup, ClientRequestToken = token }, Cancellation)).QueryExecutionId;

    private protected async Task<QueryExecution> GetAsync(string id) =>
        (await Client.GetQueryExecutionAsync(new() { QueryExecutionId = id }, Cancellation)).QueryExecution;

    /// <summary>Waits for the end of a query.</summary>
    private protected async Task<QueryExecution> EndAsync(string id)
    {
        while (true)
        {
            var execution = await GetAsync(id);
            if (execution.Status.State != QueryExecutionState.QUEUED && execution.Status.State != QueryExecutionState.RUNNING)
            {
                return execution;
            }

            await Task.Delay(10, Cancellation);
        }
    }

    /// <summary>Runs a statement that must succeed.</summary>
    private protected async Task<QueryExecution> RunAsync(string sql)
    {
        var execution = await EndAsync(await StartAsync(sql));
        Assert.True(execution.Status.State == QueryExecutionState.SUCCEEDED, execution.Status.StateChangeReason);
        return execution;
    }

    /// <summary>Runs a statement that must fail.</summary>
    /// <returns>Its status.</returns>
    private protected async Task<QueryExecutionStatus> FailAsync(string sql)
    {
        var execution = await EndAsync(await StartAsync(sql));
        Assert.Equal(QueryExecutionState.FAILED, execution.Status.State);
        return execution.Status;
    }

    /// <summary>The result of a SELECT: rows as text, NULL as "null", values joined by a bar.</summary>
    private protected async Task<IReadOnlyList<string>> SelectAsync(string sql)
    {
        var execution = await RunAsync(sql);
        var results = await Client.GetQueryResultsAsync(new() { QueryExecutionId = execution.QueryExecutionId }, Cancellation);
        return [.. results.ResultSet.Rows.Skip(1).Select(row => string.Join('|', row.Data.Select(datum => datum.VarCharValue ?? "null")))];
    }

    private protected void Inject(QueryFault fault) => Server.Faults.Add(fault);

    private protected IReadOnlyList<string> Keys(Zone zone, string prefix) => [.. Server.Objects.List(Stack.Bucket(zone), prefix).Select(stored => stored.Key)];
}

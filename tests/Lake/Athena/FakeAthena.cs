using Amazon;
using Amazon.Athena;
using Amazon.Athena.Model;
using Amazon.Runtime;

namespace Recommender.Lake.Tests.Athena;

/// <summary>Athena as the test makes it answer. A query's looks are taken from a list; the last one is given again and again.</summary>
internal sealed class FakeAthena() : AmazonAthenaClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    private readonly Dictionary<string, Queue<QueryExecution>> _looks = [];

    public List<StartQueryExecutionRequest> Starts { get; } = [];

    public List<string> Stops { get; } = [];

    public List<string?> Pages { get; } = [];

    /// <summary>What each start leads to, in order: the states it is seen in. The last one serves all further starts.</summary>
    public Queue<QueryExecution[]> Runs { get; } = new();

    /// <summary>The pages of results.</summary>
    public List<GetQueryResultsResponse> Results { get; } = [];

    /// <summary>Thrown by the next calls of an operation, one after the other.</summary>
    public Dictionary<string, Queue<Exception>> Faults { get; } = [];

    /// <summary>Called at each look.</summary>
    public Action<string>? Looked { get; set; }

    public int Looks { get; private set; }

    public static QueryExecution State(QueryExecutionState state, string? reason = null, AthenaError? error = null, long scanned = 0) => new()
    {
        Status = new QueryExecutionStatus { State = state, StateChangeReason = reason, AthenaError = error },
        StatementType = StatementType.DML,
        Statistics = new QueryExecutionStatistics { DataScannedInBytes = scanned, QueryQueueTimeInMillis = 100, EngineExecutionTimeInMillis = 2_000 },
    };

    public static GetQueryResultsResponse Page(string? next, (string Name, string Type)[] columns, params string?[][] rows) => new()
    {
        NextToken = next,
        ResultSet = new ResultSet
        {
            ResultSetMetadata = new ResultSetMetadata { ColumnInfo = [.. columns.Select(column => new ColumnInfo { Name = column.Name, Type = column.Type })] },
            Rows = [.. rows.Select(row => new Row { Data = [.. row.Select(value => new Datum { VarCharValue = value })] })],
        },
    };

    public override Task<StartQueryExecutionResponse> StartQueryExecutionAsync(StartQueryExecutionRequest request, CancellationToken cancellationToken = default)
    {
        Starts.Add(request);
        Fail("Start");
        var id = $"query-{Starts.Count}";
        _looks[id] = new Queue<QueryExecution>(Runs.Count > 1 ? Runs.Dequeue() : Runs.Peek());
        return Task.FromResult(new StartQueryExecutionResponse { QueryExecutionId = id });
    }

    public override Task<GetQueryExecutionResponse> GetQueryExecutionAsync(GetQueryExecutionRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Looks++;
        Fail("Get");
        Looked?.Invoke(request.QueryExecutionId);
        var looks = _looks[request.QueryExecutionId];
        var state = Stops.Contains(request.QueryExecutionId) ? State(QueryExecutionState.CANCELLED) : looks.Count > 1 ? looks.Dequeue() : looks.Peek();
        return Task.FromResult(new GetQueryExecutionResponse { QueryExecution = state });
    }

    public override Task<GetQueryResultsResponse> GetQueryResultsAsync(GetQueryResultsRequest request, CancellationToken cancellationToken = default)
    {
        Pages.Add(request.NextToken);
        Fail("Results");
        return Task.FromResult(Results[Math.Min(Pages.Count, Results.Count) - 1]);
    }

    public override Task<StopQueryExecutionResponse> StopQueryExecutionAsync(StopQueryExecutionRequest request, CancellationToken cancellationToken = default)
    {
        Stops.Add(request.QueryExecutionId);
        Fail("Stop");
        return Task.FromResult(new StopQueryExecutionResponse());
    }

    private void Fail(string operation)
    {
        if (Faults.TryGetValue(operation, out var faults) && faults.Count > 0)
        {
            throw faults.Dequeue();
        }
    }
}

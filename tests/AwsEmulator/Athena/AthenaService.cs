using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Amazon Athena: queries over the catalog's tables.</summary>
/// <param name="state">What the emulator's services share.</param>
/// <param name="runner">Runs queries.</param>
internal sealed class AthenaService(EmulatorState state, QueryRunner runner) : IJsonService, IAsyncDisposable
{
    private const string Invalid = "InvalidRequestException";
    private const string Primary = "primary";
    private const int ListPage = 50;

    private readonly IdSource _ids = IdSource.For(state.Clock, "athena");
    private readonly SqlParser _parser = new();
    private readonly Lock _starting = new();
    private readonly ConcurrentDictionary<string, AthenaWorkgroup> _workgroups = new() { [Primary] = new(Primary, null, false, null, state.Clock.GetUtcNow()) };
    private readonly ConcurrentDictionary<string, QueryExecution> _executions = new();
    private readonly List<string> _order = [];
    private readonly Dictionary<string, (string Request, string Id)> _tokens = [];

    /// <inheritdoc/>
    public string Target => "AmazonAthena";

    /// <inheritdoc/>
    public string Name => "athena";

    /// <inheritdoc/>
    public string Version => "1.1";

    /// <summary>Makes a workgroup, or replaces the one of its name.</summary>
    public void Put(AthenaWorkgroup workgroup) => _workgroups[workgroup.Name] = workgroup;

    /// <inheritdoc/>
    public Task<JsonObject> InvokeAsync(string operation, JsonObject input, CancellationToken cancellationToken) => Task.FromResult(operation switch
    {
        "StartQueryExecution" => Start(input, cancellationToken),
        "GetQueryExecution" => new JsonObject { ["QueryExecution"] = Find(input).ToJson() },
        "BatchGetQueryExecution" => BatchGet(input),
        "ListQueryExecutions" => List(input),
        "GetQueryResults" => AthenaResults.Page(Find(input), input),
        "StopQueryExecution" => Stop(input),
        "GetWorkGroup" => new JsonObject { ["WorkGroup"] = Workgroup(input.Required("WorkGroup", Invalid)).ToJson() },
        _ => throw new AwsFaultException("UnknownOperationException", $"the emulated Athena does not know {operation}"),
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await runner.DisposeAsync();
        _parser.Dispose();
        foreach (var execution in _executions.Values)
        {
            execution.Dispose();
        }
    }

    private AthenaWorkgroup Workgroup(string name) => _workgroups.GetValueOrDefault(name) ?? throw AthenaRefusal.Of($"WorkGroup {name} is not found.");

    private JsonObject Start(JsonObject input, CancellationToken cancellationToken)
    {
        var token = input.Text("ClientRequestToken");
        if (token?.Length is < 32 or > 128)
        {
            throw AthenaRefusal.Of($"ClientRequestToken has {token.Length} characters; it must have 32 to 128");
        }

        lock (_starting)
        {
            if (token is not null && _tokens.TryGetValue(token, out var known))
            {
                return known.Request == input.ToJsonString()
                    ? new JsonObject { ["QueryExecutionId"] = known.Id }
                    : throw AthenaRefusal.Of("Idempotent parameters do not match", "IDEMPOTENT_PARAMETER_MISMATCH");
            }

            var execution = Create(input, cancellationToken, out var tree);
            if (token is not null)
            {
                _tokens.Add(token, (input.ToJsonString(), execution.Id));
            }

            var earlier = Earlier(execution);
            _executions[execution.Id] = execution;
            _order.Add(execution.Id);
            runner.Start(execution, tree, earlier);
            return new JsonObject { ["QueryExecutionId"] = execution.Id };
        }
    }

    private QueryExecution Create(JsonObject input, CancellationToken cancellationToken, out SqlTree? tree)
    {
        var workgroup = Workgroup(input.Text("WorkGroup") ?? Primary);
        var context = input.Object("QueryExecutionContext");
        if (context?.Text("Catalog") is { } catalog && !catalog.Equals("AwsDataCatalog", StringComparison.OrdinalIgnoreCase))
        {
            throw AthenaRefusal.Of($"Catalog {catalog} does not exist");
        }

        if (input.Texts("ExecutionParameters").Count > 0)
        {
            throw AthenaRefusal.Of("the emulator knows no ExecutionParameters");
        }

        var sql = input.Required("QueryString", Invalid);
        if (sql.Length > 262_144)
        {
            throw AthenaRefusal.Of("The query is longer than 262144 characters");
        }

        // Where the workgroup enforces its settings, what the client says is ignored.
        var place = workgroup.Enforced ? workgroup.OutputLocation : input.Object("ResultConfiguration")?.Text("OutputLocation") ?? workgroup.OutputLocation;
        if (place is null || S3Place.Parse(place) is not { } folder)
        {
            throw AthenaRefusal.Of("No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.");
        }

        try
        {
            var statement = AthenaStatement.Parse(sql);
            tree = _parser.Parse(statement, cancellationToken);
            return new(_ids.Uuid(), input.DeepClone().AsObject(), statement, workgroup, folder.AsFolder(), state.Clock);
        }
        catch (MalformedSqlException malformed)
        {
            throw AthenaRefusal.Of(malformed.Message, "MALFORMED_QUERY");
        }
    }

    // As Athena, without looking at whether the tables have changed since.
    private QueryOutcome? Earlier(QueryExecution execution)
    {
        if (execution.ReuseWithin is not { } within || execution.Statement.Kind != StatementKind.Select)
        {
            return null;
        }

        var since = state.Clock.GetUtcNow() - within;
        return _executions.Values
            .Where(other => other is { State: QueryState.Succeeded, Reused: false } && other.Ended >= since && other.ReuseKey == execution.ReuseKey)
            .MaxBy(other => other.Ended)?.Outcome;
    }

    private QueryExecution Find(JsonObject input)
    {
        var id = input.Required("QueryExecutionId", Invalid);
        return _executions.GetValueOrDefault(id) ?? throw AthenaRefusal.Of($"QueryExecution {id} was not found");
    }

    private JsonObject BatchGet(JsonObject input)
    {
        var ids = input.Texts("QueryExecutionIds");
        if (ids.Count is 0 or > ListPage)
        {
            throw AthenaRefusal.Of($"QueryExecutionIds has {ids.Count} members; it must have 1 to {ListPage}");
        }

        return new()
        {
            ["QueryExecutions"] = new JsonArray([.. ids.Select(id => _executions.GetValueOrDefault(id)).OfType<QueryExecution>().Select(execution => execution.ToJson())]),
            ["UnprocessedQueryExecutionIds"] = new JsonArray([.. ids.Where(id => !_executions.ContainsKey(id)).Select(id => new JsonObject
            {
                ["QueryExecutionId"] = id,
                ["ErrorCode"] = "INVALID_INPUT",
                ["ErrorMessage"] = $"QueryExecution {id} was not found",
            })]),
        };
    }

    private JsonObject List(JsonObject input)
    {
        var workgroup = Workgroup(input.Text("WorkGroup") ?? Primary).Name;
        List<string> ids;
        lock (_starting)
        {
            ids = [.. _order.Where(id => _executions[id].Workgroup.Name == workgroup).Reverse()];
        }

        var (page, next) = Pages.Cut(ids, input.Text("NextToken"), Math.Clamp(input.Number("MaxResults") ?? ListPage, 1, ListPage), Invalid);
        var answer = new JsonObject { ["QueryExecutionIds"] = new JsonArray([.. page.Select(id => JsonValue.Create(id))]) };
        if (next is not null)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    private JsonObject Stop(JsonObject input)
    {
        Find(input).Stop();
        return [];
    }
}

using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.StateMachine;
using Recommender.Pipeline.Tests.StateMachine;

namespace Recommender.Pipeline.Tests.Cloud.Fakes;

/// <summary>Step Functions as far as the program uses it: two machines, a page each, and executions that tests write.</summary>
internal sealed class FakeStepFunctions() : AmazonStepFunctionsClient(new BasicAWSCredentials("key", "secret"), RegionEndpoint.EUWest1)
{
    public const string MachineArn = "arn:aws:states:eu-west-1:111122223333:stateMachine:recommender-test-pipeline";

    /// <summary>The text of the stack's machine.</summary>
    public string Definition { get; set; } = StateMachineRenderer.Render(GroceryPipeline.Blueprint(), SomeTargets.Targets);

    /// <summary>Executions, the oldest first.</summary>
    public List<FakeExecution> Executions { get; } = [];

    /// <summary>The calls that stopped one: ARN and cause.</summary>
    public List<(string Arn, string Cause)> Stopped { get; } = [];

    /// <summary>Is given each execution that is started.</summary>
    public Action<FakeExecution> Started { get; set; } = _ => { };

    /// <summary>Adds an execution that has ended, with all its events.</summary>
    public FakeExecution Past(string name, IReadOnlyList<HistoryEvent> events, ExecutionStatus end)
    {
        var execution = new FakeExecution(name, "{}") { Events = events, End = end, StartedAt = History.Start.AddHours(Executions.Count) };
        execution.Advance();
        Executions.Add(execution);
        return execution;
    }

    public override Task<ListStateMachinesResponse> ListStateMachinesAsync(ListStateMachinesRequest request, CancellationToken cancellationToken = default) => Task.FromResult(request.NextToken is null
        ? new ListStateMachinesResponse { StateMachines = [Item(MachineArn.Replace("-test-", "-other-", StringComparison.Ordinal))], NextToken = "more" }
        : new ListStateMachinesResponse { StateMachines = [Item(MachineArn)] });

    public override Task<DescribeStateMachineResponse> DescribeStateMachineAsync(DescribeStateMachineRequest request, CancellationToken cancellationToken = default)
    {
        Assert.Equal(MachineArn, request.StateMachineArn);
        return Task.FromResult(new DescribeStateMachineResponse { StateMachineArn = MachineArn, Definition = Definition });
    }

    public override Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default)
    {
        Assert.Equal(MachineArn, request.StateMachineArn);
        var execution = Executions.Find(known => known.Name == request.Name);
        if (execution is null)
        {
            execution = new FakeExecution(request.Name, request.Input);
            Executions.Add(execution);
            Started(execution);
        }
        else if (execution.Input != request.Input || execution.Status != ExecutionStatus.RUNNING)
        {
            throw new ExecutionAlreadyExistsException($"Execution Already Exists: '{execution.Arn}'");
        }

        return Task.FromResult(new StartExecutionResponse { ExecutionArn = execution.Arn, StartDate = execution.StartedAt });
    }

    public override Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var execution = Find(request.ExecutionArn);
        execution.Advance();
        return Task.FromResult(new DescribeExecutionResponse
        {
            ExecutionArn = execution.Arn,
            Name = execution.Name,
            Status = execution.Status,
            StartDate = execution.StartedAt,
            StopDate = execution.StoppedAt,
            Error = execution.Status == execution.End ? execution.Error : null,
        });
    }

    public override Task<ListExecutionsResponse> ListExecutionsAsync(ListExecutionsRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new ListExecutionsResponse
    {
        Executions =
        [
            .. Executions.AsEnumerable().Reverse().Take(request.MaxResults ?? 100).Select(execution => new ExecutionListItem
            {
                ExecutionArn = execution.Arn, Name = execution.Name, Status = execution.Status, StartDate = execution.StartedAt, StopDate = execution.StoppedAt,
            }),
        ],
    });

    public override Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(GetExecutionHistoryRequest request, CancellationToken cancellationToken = default)
    {
        // Three events a page, so that pages are turned.
        const int PageSize = 3;
        Assert.True(request.ReverseOrder);
        var events = Find(request.ExecutionArn).Shown.Reverse().ToList();
        var from = request.NextToken is { } token ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return Task.FromResult(new GetExecutionHistoryResponse { Events = [.. events.Skip(from).Take(PageSize)], NextToken = from + PageSize < events.Count ? $"{from + PageSize}" : null });
    }

    public override Task<StopExecutionResponse> StopExecutionAsync(StopExecutionRequest request, CancellationToken cancellationToken = default)
    {
        Stopped.Add((request.ExecutionArn, request.Cause));
        Find(request.ExecutionArn).Stop(ExecutionStatus.ABORTED);
        return Task.FromResult(new StopExecutionResponse());
    }

    private static StateMachineListItem Item(string arn) => new() { StateMachineArn = arn, Name = arn[(arn.LastIndexOf(':') + 1)..] };

    private FakeExecution Find(string arn) => Executions.Find(execution => execution.Arn == arn) ?? throw new ExecutionDoesNotExistException($"Execution Does Not Exist: '{arn}'");
}

using System.Text;
using Recommender.AwsEmulator.Faults;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Runs queries a few at a time; the others wait in the queue.</summary>
/// <param name="engine">Runs them.</param>
/// <param name="objects">Where results go.</param>
/// <param name="faults">What goes wrong.</param>
internal sealed class QueryRunner(AthenaEngine engine, ObjectStore objects, FaultPlan faults) : IAsyncDisposable
{
    private const int AtOnce = 4;

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Lock _lock = new();
    private readonly List<(Task Work, QueryExecution Execution)> _running = [];

    /// <summary>Lets a query run to its end; returns at once.</summary>
    /// <param name="execution">The query.</param>
    /// <param name="tree">Its query, parsed; null where it has none.</param>
    /// <param name="earlier">The result that is given again; null for none.</param>
    public void Start(QueryExecution execution, SqlTree? tree, QueryOutcome? earlier)
    {
        var work = Task.Run(() => RunAsync(execution, tree, earlier));
        lock (_lock)
        {
            _running.RemoveAll(running => running.Work.IsCompleted);
            _running.Add((work, execution));
        }
    }

    /// <summary>Stops what runs.</summary>
    public async ValueTask DisposeAsync()
    {
        (Task Work, QueryExecution Execution)[] running;
        lock (_lock)
        {
            running = [.. _running];
        }

        foreach (var (_, execution) in running)
        {
            execution.Stop();
        }

        await Task.WhenAll(running.Select(item => item.Work));
        _places.Dispose();
    }

    private async Task RunAsync(QueryExecution execution, SqlTree? tree, QueryOutcome? earlier)
    {
        var fault = faults.NextQuery(execution.Statement.Sql);
        if (fault?.Kind == QueryFaultKind.StuckInQueue)
        {
            return;
        }

        try
        {
            await _places.WaitAsync(execution.Stopping);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            if (execution.Begin())
            {
                End(execution, tree, earlier, fault);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    private void End(QueryExecution execution, SqlTree? tree, QueryOutcome? earlier, QueryFault? fault)
    {
        try
        {
            switch (fault?.Kind)
            {
                case QueryFaultKind.Cancelled:
                    execution.End(QueryState.Cancelled, fault.Reason, null);
                    return;
                case QueryFaultKind.Failed:
                    throw new QueryFailedException(fault.Reason, new(fault.ErrorCategory, fault.ErrorType, fault.Retryable));
            }

            var request = new QueryRequest(execution.Id, execution.Statement, tree, execution.Database, execution.Workgroup.MostBytes) { Fault = fault };
            var outcome = earlier ?? engine.Run(request, execution.Stopping);
            Store(execution, outcome);
            execution.Succeed(outcome, earlier is not null);
        }
        catch (QueryFailedException failed)
        {
            execution.End(QueryState.Failed, failed.Message, failed.Error);
        }
        catch (ScanLimitException limit)
        {
            execution.End(QueryState.Cancelled, limit.Message, null);
        }
        catch (OperationCanceledException)
        {
            execution.End(QueryState.Cancelled, "Query cancelled by user", null);
        }
        catch (AwsFaultException refused)
        {
            execution.End(QueryState.Failed, $"Unable to write results to {execution.Output}: {refused.Message}", AthenaError.Internal);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A test must see that the emulator broke, and where.
            Console.Error.WriteLine($"the emulated engine failed at query {execution.Id}: {bug}");
            execution.End(QueryState.Failed, $"GENERIC_INTERNAL_ERROR: the emulator failed: {bug.Message}", AthenaError.Internal);
        }
    }

    private void Store(QueryExecution execution, QueryOutcome outcome)
    {
        if (execution.Statement.Kind == StatementKind.Insert)
        {
            Add(execution.Output, "");
            Add(execution.Manifest, string.Concat(outcome.Files.Select(file => $"{file}\n")));
            return;
        }

        Add(execution.Output, execution.Statement.Kind == StatementKind.Select || execution.Statement.Kind == StatementKind.Explain
            ? ResultCsv.Write(outcome)
            : string.Concat(outcome.Rows.Select(row => $"{row[0]}\n")));
        Add(execution.Output with { Key = execution.Output.Key + ".metadata" }, string.Join('\n', outcome.Columns.Select(column => $"{column.Name}\t{column.Type}")));
    }

    private void Add(S3Place place, string text) => objects.Add(place.Bucket, place.Key, Encoding.UTF8.GetBytes(text));
}

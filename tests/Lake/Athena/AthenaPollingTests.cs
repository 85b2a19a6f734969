using Recommender.Lake.Engine;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Tests.Athena;

public sealed class AthenaPollingTests : AthenaTest
{
    [Fact]
    public void Looks_become_rarer_up_to_a_bound_and_are_not_all_at_one_time()
    {
        Athena.Runs.Enqueue([Queued, .. Enumerable.Repeat(Running, 8), Succeeded]);
        Athena.Results.Add(FakeAthena.Page(null, [("x", "integer")], ["x"]));
        Run(Select);
        Assert.Equal(10, Clock.Waits.Count);
        var whole = new double[] { 100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000, 5_000 };
        Assert.All(Clock.Waits.Zip(whole), wait => Assert.InRange(wait.First.TotalMilliseconds, wait.Second / 2, wait.Second));
        Assert.Equal(4, Clock.Waits.TakeLast(4).Distinct().Count());
    }

    [Fact]
    public void A_query_that_is_cancelled_is_stopped_and_waited_for()
    {
        Athena.Runs.Enqueue([Running]);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Athena.Looked = _ => cancel.Cancel();
        using var query = Engine().Start(new SqlStatement(Select), cancel.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => query.Wait(cancel.Token));
        Assert.Equal(["query-1"], Athena.Stops);
        Assert.Equal(2, Athena.Looks);
    }

    [Fact]
    public void A_query_whose_stop_fails_is_cancelled_all_the_same()
    {
        Athena.Runs.Enqueue([Running]);
        Athena.Faults["Stop"] = new([new HttpRequestException("connection refused")]);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Athena.Looked = _ => cancel.Cancel();
        using var query = Engine().Start(new SqlStatement(Select), cancel.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => query.Wait(cancel.Token));
    }

    [Fact]
    public void Nothing_is_started_for_a_token_that_is_cancelled()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => Engine().Start(new SqlStatement(Select), new CancellationToken(true)));
        Assert.Empty(Athena.Starts);
    }

    [Fact]
    public void Disposing_stops_what_runs_and_only_that()
    {
        Athena.Runs.Enqueue([Running]);
        Athena.Runs.Enqueue([Succeeded]);
        Athena.Results.Add(FakeAthena.Page(null, [("x", "integer")], ["x"]));
        var engine = Engine();
        engine.Start(new SqlStatement(Select), Token).Dispose();
        using (var second = engine.Start(new SqlStatement(Select), Token))
        {
            second.Wait(Token);
        }

        Assert.Equal(["query-1"], Athena.Stops);
    }

    [Fact]
    public void A_look_that_is_throttled_does_not_lose_the_query()
    {
        Athena.Runs.Enqueue([Running, Succeeded]);
        Athena.Faults["Get"] = new([Throttle(), Throttle()]);
        Athena.Results.Add(FakeAthena.Page(null, [("x", "integer")], ["x"]));
        Run(Select);
        Assert.Single(Athena.Starts);
    }

    [Fact]
    public void A_call_without_an_answer_is_the_surroundings_fault_and_no_cancellation()
    {
        Athena.Runs.Enqueue([Running]);
        Athena.Faults["Get"] = new([new TaskCanceledException("timed out")]);
        var error = Assert.Throws<EnvironmentException>(() => Run(Select));
        Assert.Equal("Athena GetQueryExecution of query query-1 failed: no answer in time", error.Message);
    }
}

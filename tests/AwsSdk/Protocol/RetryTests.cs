using Amazon.Athena;
using Amazon.Athena.Model;
using Recommender.AwsSdk.Tests.Harness;

namespace Recommender.AwsSdk.Tests.Protocol;

public sealed class RetryTests
{
    public static TheoryData<string, int> Passing { get; } = new()
    {
        { "ThrottlingException", 400 },
        { "TooManyRequestsException", 400 },
        { "InternalServerException", 500 },
        { "ServiceUnavailable", 503 },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_tried_again_with_the_same_token(string code, int status)
    {
        await using var server = new Listener(Answer.Error(code, status: status), Answer.Ok("""{"QueryExecutionId":"q"}"""));
        using var athena = Clients.Athena(server);
        var response = await athena.StartQueryExecutionAsync(new() { QueryString = "select 1" }, TestContext.Current.CancellationToken);

        Assert.Equal("q", response.QueryExecutionId);
        Assert.Equal(2, server.Received.Count);
        Assert.Equal((string?)server.Received[0].Json["ClientRequestToken"], (string?)server.Received[1].Json["ClientRequestToken"]);
    }

    [Fact]
    public async Task A_torn_connection_is_tried_again()
    {
        await using var server = new Listener(Answer.Torn, Answer.Ok("""{"QueryExecutionId":"q"}"""));
        using var athena = Clients.Athena(server);
        var response = await athena.StartQueryExecutionAsync(new() { QueryString = "select 1" }, TestContext.Current.CancellationToken);

        Assert.Equal("q", response.QueryExecutionId);
        Assert.Single(server.Received.Select(request => (string?)request.Json["ClientRequestToken"]).Distinct());
    }

    [Fact]
    public async Task Tries_end_at_the_bound_with_the_last_fault()
    {
        await using var server = new Listener(Answer.Error("TooManyRequestsException"));
        using var athena = Clients.Athena(server, retries: 2);
        await Assert.ThrowsAsync<TooManyRequestsException>(() => athena.StartQueryExecutionAsync(new(), TestContext.Current.CancellationToken));

        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task A_fault_of_the_callers_is_not_tried_again()
    {
        await using var server = new Listener(Answer.Error("InvalidRequestException", "Queries of this type are not supported"));
        using var athena = Clients.Athena(server);
        await Assert.ThrowsAsync<InvalidRequestException>(() => athena.StartQueryExecutionAsync(new(), TestContext.Current.CancellationToken));

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_and_is_not_tried_again()
    {
        await using var server = new Listener(Answer.Silence);
        using var athena = Clients.Athena(server);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var call = athena.GetQueryExecutionAsync(new() { QueryExecutionId = "q" }, cancel.Token);
        await server.Arrived.Task;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_fault_of_transport()
    {
        string address;
        await using (var server = new Listener(Answer.Ok()))
        {
            address = server.Address;
        }

        using var athena = new AmazonAthenaClient(Clients.Credentials, new AmazonAthenaConfig { ServiceURL = address, MaxErrorRetry = 0 });
        await Assert.ThrowsAsync<HttpRequestException>(() => athena.GetQueryExecutionAsync(new() { QueryExecutionId = "q" }, TestContext.Current.CancellationToken));
    }
}

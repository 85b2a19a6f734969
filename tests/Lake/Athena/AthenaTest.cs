using System.Net;
using Amazon.Athena;
using Amazon.Athena.Model;
using Amazon.Runtime;
using Recommender.Lake.Athena;
using Recommender.Lake.Aws;
using Recommender.Lake.Engine;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Athena;

/// <summary>An engine over a <see cref="FakeAthena"/>, on a clock on which nobody waits.</summary>
public abstract class AthenaTest : IDisposable
{
    private protected const string Select = "select 1 from clean.orders";
    private protected const string Insert = "insert into clean.orders select * from raw.orders";

    private protected static readonly QueryExecution Queued = FakeAthena.State(QueryExecutionState.QUEUED);
    private protected static readonly QueryExecution Running = FakeAthena.State(QueryExecutionState.RUNNING);
    private protected static readonly QueryExecution Succeeded = FakeAthena.State(QueryExecutionState.SUCCEEDED);

    private protected static readonly AwsLakeSettings Lake = new()
    {
        Name = "s3://recommender-test",
        Buckets = new Dictionary<Zone, string>(),
        Databases = new Dictionary<Zone, string> { [Zone.Raw] = "shop_test_raw", [Zone.Clean] = "shop_test_clean" },
        Workgroup = "shop-test-jobs",
        WorkFolder = "/nowhere",
    };

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected FakeAthena Athena { get; } = new();

    private protected ImpatientClock Clock { get; } = new();

    private protected AthenaOptions Options { get; set; } = new() { StopWait = TimeSpan.FromMinutes(1) };

    public void Dispose()
    {
        Athena.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static QueryExecution Failed(string reason, bool? retryable = null, int category = 1) => FakeAthena.State(
        QueryExecutionState.FAILED, reason, new AthenaError { ErrorCategory = category, Retryable = retryable, ErrorMessage = reason });

    private protected static Exception Throttle() =>
        new TooManyRequestsException("Rate exceeded", null, ErrorType.Sender, "TooManyRequestsException", "request-7", HttpStatusCode.BadRequest);

    private protected AthenaEngine Engine(int seed = 1) => new(Athena, Lake, Options, Clock, new Random(seed));

    /// <summary>Starts a statement and waits for its end.</summary>
    private protected ISqlQuery Run(string sql)
    {
        var query = Engine().Start(new SqlStatement(sql), Token);
        query.Wait(Token);
        return query;
    }
}

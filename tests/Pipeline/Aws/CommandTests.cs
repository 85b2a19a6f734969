using Recommender.AwsEmulator.Athena;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Aws;

/// <summary>The commands besides <c>run</c> over a lake on AWS.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private CloudWorkspace _cloud = null!;

    public async ValueTask InitializeAsync()
    {
        _cloud = await CloudWorkspace.StartAsync();
        await RunAsync(0, "run", "--source", _cloud.WriteDelivery(), "--no-progress");
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task Every_command_that_reads_works_and_writes_nothing()
    {
        var before = Objects();
        Assert.Contains("orders", (await RunAsync(0, "tables")).Out, StringComparison.Ordinal);
        Assert.Contains("→", (await RunAsync(0, "describe", "clean.orders")).Out, StringComparison.Ordinal);
        Assert.Contains("every table is up to date", (await RunAsync(0, "plan", "--source", _cloud.Delivery)).Out, StringComparison.Ordinal);
        Assert.Equal(20, (await RunAsync(0, "recommend", "--user", "1", "-k", "12", "--json")).Json.GetProperty("products").GetArrayLength() + 8);
        Assert.Contains("read from ml.evaluation", (await RunAsync(0, "evaluate")).Error, StringComparison.Ordinal);
        Assert.Equal(before, Objects());
    }

    [Fact]
    public async Task A_question_goes_to_Athena_and_says_what_it_cost()
    {
        var asked = await RunAsync(0, "query", "select eval_set, count(*) as orders from clean.orders group by eval_set order by eval_set", "--format", "csv");
        Assert.Equal("eval_set,orders\nprior,80\ntest,10\ntrain,10\n", asked.Out);
        Assert.Matches("query .+: .+ scanned, \\$0\\.00004\\d*, .* in the queue", asked.Error);

        var typed = await RunAsync(0, "query", "select order_id, days_since_prior_order, order_number > 2 as late from clean.orders order by order_id limit 2", "--format", "json");
        Assert.Equal("[\n{\"order_id\":11,\"days_since_prior_order\":null,\"late\":false},\n{\"order_id\":12,\"days_since_prior_order\":7,\"late\":false}\n]\n", typed.Out);

        Assert.Contains("SYNTAX_ERROR", (await RunAsync(2, "query", "select nothing_of_the_kind from clean.orders")).Error, StringComparison.Ordinal);
        Assert.Contains("only queries that read", (await RunAsync(2, "query", "insert into clean.orders select * from clean.orders")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_result_is_given_again_only_where_that_is_asked_for()
    {
        string[] ask = ["query", "select count(*) as users from (select distinct user_id from clean.orders) as users", "--format", "csv"];
        await RunAsync(0, ask);
        Assert.Contains("scanned", (await RunAsync(0, ask)).Error, StringComparison.Ordinal);
        var again = await RunAsync(0, [.. ask, "--reuse", "1h"]);
        Assert.Contains("an earlier result, given again for nothing", again.Error, StringComparison.Ordinal);
        Assert.Equal("users\n20\n", again.Out);
    }

    [Fact]
    public async Task A_roll_back_moves_the_catalog_and_the_next_run_holds_it()
    {
        var first = CloudContents.Of(_cloud);
        await RunAsync(0, "run", "--source", _cloud.WriteDelivery(users: 24), "--no-progress");
        var second = CloudContents.Of(_cloud);
        await RunAsync(0, "rollback", "published.recommendations");
        Assert.Equal(first["published.recommendations"], CloudContents.Of(_cloud)["published.recommendations"]);

        Assert.Contains("hold", (await RunAsync(0, "plan")).Out, StringComparison.Ordinal);
        await RunAsync(0, "run", "--no-progress");
        Assert.Equal(first["published.recommendations"], CloudContents.Of(_cloud)["published.recommendations"]);
        Assert.Equal(second["clean.orders"], CloudContents.Of(_cloud)["clean.orders"]);

        var removed = await RunAsync(0, "gc", "--keep", "1", "--grace", "0s", "--json");
        Assert.True(removed.Json.GetProperty("removed").GetArrayLength() >= 9, removed.Out);
        Assert.Equal(first["published.recommendations"], CloudContents.Of(_cloud)["published.recommendations"]);
        Assert.Equal(second["clean.orders"], CloudContents.Of(_cloud)["clean.orders"]);
    }

    [Fact]
    public async Task Whoever_is_no_task_is_led_to_the_lake_by_the_catalog()
    {
        _cloud.Server.Service<AthenaService>().Put(new("recommender-uat-analysts", $"s3://{_cloud.Stack.Results}/analysts/", Enforced: true, MostBytes: null, DateTimeOffset.UnixEpoch));
        var person = _cloud.Stack.Environment("").Where(variable => variable.Key.StartsWith("AWS_", StringComparison.Ordinal)).ToDictionary();
        var asked = await _cloud.RunAsync(["query", "select count(*) as orders from raw.orders", "--format", "csv"], person);
        Assert.Equal((0, "orders\n100\n"), (asked.Code, asked.Out));
        Assert.Contains(_cloud.Server.Log.Of("athena", "StartQueryExecution"), request => request.RequestBody.Contains("recommender-uat-analysts", StringComparison.Ordinal));

        var absent = await _cloud.RunAsync(["tables", "--lake", "s3://recommender-prod"], person);
        Assert.Equal(2, absent.Code);
        Assert.Contains("there is no stack prod in this account and region", absent.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_comes_from_S3_and_is_called_by_its_place_there()
    {
        foreach (var file in Directory.GetFiles(_cloud.WriteDelivery(users: 22)))
        {
            _cloud.Server.Objects.Add(_cloud.Stack.Bucket(Zone.Raw), $"deliveries/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        var source = $"s3://{_cloud.Stack.Bucket(Zone.Raw)}/deliveries/";
        await RunAsync(0, "run", "--source", source, "--only", "raw.orders", "--no-progress");
        Assert.StartsWith("110 rows", CloudContents.Of(_cloud)["raw.orders"], StringComparison.Ordinal);
        Assert.StartsWith("240 rows", CloudContents.Of(_cloud)["raw.order_products__prior"], StringComparison.Ordinal);
        Assert.DoesNotContain(_cloud.Server.Log.Of("s3", "GetObject"), request => request.Subject.Contains("deliveries/products.csv", StringComparison.Ordinal));

        _cloud.Server.Objects.Add(_cloud.Stack.Bucket(Zone.Raw), "deliveries/orders.csv", "order,user\n1,2\n"u8);
        _cloud.Server.Objects.Delete(_cloud.Stack.Bucket(Zone.Raw), "deliveries/aisles.csv");
        Assert.Contains($"{source}: aisles.csv (or aisles.csv.gz) is missing".Replace("/:", ":", StringComparison.Ordinal), (await RunAsync(2, "run", "--source", source)).Error, StringComparison.Ordinal);
        _cloud.Server.Objects.Add(_cloud.Stack.Bucket(Zone.Raw), "deliveries/aisles.csv", "aisle_id,aisle\n1,fruit\n"u8);
        Assert.Contains($"{source}orders.csv: line 1", (await RunAsync(2, "run", "--source", source)).Error, StringComparison.Ordinal);
    }

    private List<string> Objects() =>
        [.. from bucket in _cloud.Server.Objects.Buckets where bucket != _cloud.Stack.Results from stored in _cloud.Server.Objects.List(bucket, "") select $"{bucket}/{stored.Key} {stored.ETag}"];

    private async Task<CommandResult> RunAsync(int code, params string[] args)
    {
        var result = await _cloud.RunAsync(args);
        Assert.True(result.Code == code, $"{string.Join(' ', args)} ended with {result.Code}: {result.Error}");
        return result;
    }
}

using Amazon.Athena.Model;
using Recommender.Lake.Athena;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Tests.Athena;

public sealed class AthenaStartTests : AthenaTest
{
    public AthenaStartTests() => Athena.Runs.Enqueue([Succeeded]);

    [Fact]
    public void A_start_names_workgroup_and_catalog_and_leaves_the_result_s_place_to_the_workgroup()
    {
        Engine().Start(new SqlStatement(Select), Token);
        var start = Assert.Single(Athena.Starts);
        Assert.Equal("select 1 from \"shop_test_clean\".\"orders\"", start.QueryString);
        Assert.Equal(("shop-test-jobs", "AwsDataCatalog"), (start.WorkGroup, start.QueryExecutionContext.Catalog));
        Assert.Null(start.ResultConfiguration);
        Assert.Null(start.ResultReuseConfiguration);
    }

    [Fact]
    public void An_earlier_result_is_given_only_where_the_statement_allows_it()
    {
        Engine().Start(new SqlStatement(Select) { ReuseWithin = TimeSpan.FromHours(2) }, Token);
        var reuse = Athena.Starts[0].ResultReuseConfiguration.ResultReuseByAgeConfiguration;
        Assert.Equal((true, 120), (reuse.Enabled, reuse.MaxAgeInMinutes));
    }

    [Fact]
    public void A_token_makes_a_repeated_start_the_same_start()
    {
        var engines = new[] { Engine(1), Engine(2) };
        foreach (var engine in engines)
        {
            engine.Start(new SqlStatement(Select) { Token = "run-1 orders" }, Token);
        }

        engines[0].Start(new SqlStatement(Select) { Token = "run-2 orders" }, Token);
        engines[0].Start(new SqlStatement(Insert) { Token = "run-1 orders" }, Token);
        var tokens = Athena.Starts.ConvertAll(start => start.ClientRequestToken);
        Assert.Equal(tokens[0], tokens[1]);
        Assert.Equal(3, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.Matches(@"\A[0-9a-f]{64}\z", token));
    }

    [Fact]
    public void Without_a_token_every_start_is_a_new_one()
    {
        var engine = Engine();
        engine.Start(new SqlStatement(Select), Token);
        engine.Start(new SqlStatement(Select), Token);
        Assert.NotEqual(Athena.Starts[0].ClientRequestToken, Athena.Starts[1].ClientRequestToken);
    }

    [Fact]
    public void A_start_that_is_throttled_beyond_the_client_s_retries_is_made_again_with_its_token()
    {
        Athena.Faults["Start"] = new([Throttle(), Throttle()]);
        Engine().Start(new SqlStatement(Select), Token);
        Assert.Equal(3, Athena.Starts.Count);
        Assert.Single(Athena.Starts.Select(start => start.ClientRequestToken).Distinct());
        Assert.Equal(2, Clock.Waits.Count);
    }

    [Fact]
    public void Throttling_without_end_is_told_with_code_and_request()
    {
        Athena.Faults["Start"] = new([Throttle(), Throttle(), Throttle()]);
        var error = Assert.Throws<EnvironmentException>(() => Engine().Start(new SqlStatement(Select), Token));
        Assert.Equal("Athena StartQueryExecution in workgroup shop-test-jobs failed: TooManyRequestsException: Rate exceeded (request request-7)", error.Message);
        Assert.Equal(3, Athena.Starts.Count);
    }

    [Fact]
    public void A_statement_that_Athena_cannot_read_is_the_caller_s_fault()
    {
        Athena.Faults["Start"] = new([new InvalidRequestException("line 1:1: mismatched input 'selec'") { AthenaErrorCode = "MALFORMED_QUERY" }]);
        var error = Assert.Throws<CallerException>(() => Engine().Start(new SqlStatement("selec 1"), Token));
        Assert.Equal("Athena cannot read the statement: line 1:1: mismatched input 'selec'\nin: selec 1", error.Message);
    }

    [Fact]
    public void Another_refused_request_is_the_surroundings_fault()
    {
        Athena.Faults["Start"] = new([new InvalidRequestException("WorkGroup shop-test-jobs is not found.")]);
        Assert.Throws<EnvironmentException>(() => Engine().Start(new SqlStatement(Select), Token));
    }

    [Fact]
    public void A_zone_without_a_database_is_named() => Assert.Contains(
        "published.popular cannot be read here: no Glue database of zone published is named; set RECOMMENDER_DATABASE_PUBLISHED",
        Assert.Throws<CallerException>(() => Engine().Start(new SqlStatement("select 1 from published.popular"), Token)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Settings_tell_all_their_faults()
    {
        var options = new AthenaOptions { FirstPoll = TimeSpan.Zero, FirstRetry = TimeSpan.Zero, Attempts = 0, StopWait = TimeSpan.FromSeconds(-1), RowsOfPage = 1, DollarsPerTerabyte = -1 };
        var error = Assert.Throws<CallerException>(() => new AthenaEngine(Athena, Lake with { Workgroup = null }, options, Clock, new Random(1)));
        Assert.Equal(7, error.Message.Split(Environment.NewLine).Length);
    }
}

using Recommender.Pipeline.Tests.Cloud.Fakes;

namespace Recommender.Pipeline.Tests.Cloud;

public sealed class CloudRunTests : IDisposable
{
    private readonly CloudWorkspace _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public async Task A_tables_job_is_started_followed_and_its_lines_shown()
    {
        _cloud.Ecs.Script = _ => new FakeOutcome(Lines: ["one", "two", "three", "four"]);
        var result = await _cloud.RunAsync("run", "clean.orders", "--run-id", "r7");

        Assert.Equal(0, result.Code);
        Assert.Equal("one\ntwo\nthree\nfour\n", result.Out);
        var task = Assert.Single(_cloud.Ecs.Tasks);
        Assert.Equal("run --lake s3://recommender-test-111122223333 --only clean.orders --run-id r7", task.Line);
        Assert.Equal(
            $"12:00:00 clean.orders  PROVISIONING  task {task.Id}\n12:00:00 clean.orders  PENDING  task {task.Id}\n"
            + $"12:00:00 clean.orders  RUNNING  task {task.Id}\n12:00:00 clean.orders  STOPPED  task {task.Id}\nclean.orders: done (run r7)\n",
            result.Error);
    }

    [Fact]
    public async Task A_line_that_arrives_after_the_tasks_end_is_shown()
    {
        _cloud.Ecs.Script = _ => new FakeOutcome(Lines: ["one", "two"]);
        var answers = 0;
        _cloud.Logs.Answered = () =>
        {
            // The second answer after the end is the one that says there is no more.
            if (_cloud.Ecs.Tasks[0].Told.LastStatus == "STOPPED" && ++answers == 2)
            {
                _cloud.Logs.Write(_cloud.Ecs.Tasks[0].Id, ["late"]);
            }
        };

        Assert.Equal("one\ntwo\nlate\n", (await _cloud.RunAsync("run", "clean.orders")).Out);
    }

    [Fact]
    public async Task The_run_id_is_the_time_where_none_is_given()
    {
        await _cloud.RunAsync("run", "clean.orders", "--no-progress");
        Assert.Contains("--run-id 20260301T120000000Z", Assert.Single(_cloud.Ecs.Tasks).Line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(137)]
    public async Task The_jobs_exit_code_is_the_commands(int code)
    {
        _cloud.Ecs.Script = _ => new FakeOutcome(code, "it failed", "error: rows refused");
        var result = await _cloud.RunAsync("run", "clean.orders", "--no-progress");

        Assert.Equal(code, result.Code);
        Assert.Equal("error: rows refused\n", result.Out);
        Assert.Equal($"error: clean.orders: ended with exit code {code}: it failed (task {_cloud.Ecs.Tasks[0].Id})\n", result.Error);
    }

    [Fact]
    public async Task A_task_that_never_started_is_a_failure_with_its_reason_and_last_lines()
    {
        _cloud.Ecs.Script = _ => new FakeOutcome(null, "CannotPullContainerError: not found", "half a line");
        var result = await _cloud.RunAsync("run", "clean.orders", "--no-progress");

        Assert.Equal(4, result.Code);
        Assert.Equal($"error: clean.orders: never started: CannotPullContainerError: not found (task {_cloud.Ecs.Tasks[0].Id})\n  half a line\n", result.Error);
    }

    [Fact]
    public async Task A_task_that_ECS_does_not_take_is_the_environments_fault()
    {
        _cloud.Ecs.NoCapacity = "Capacity is unavailable at this time";
        var result = await _cloud.RunAsync("run", "clean.orders");

        Assert.Equal(4, result.Code);
        Assert.Contains("error: clean.orders: ECS did not take the task: Capacity is unavailable at this time", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_command_starts_no_twin()
    {
        await _cloud.RunAsync("run", "clean.orders", "--run-id", "r7");
        var again = await _cloud.RunAsync("run", "clean.orders", "--run-id", "r7");
        Assert.Equal(0, again.Code);
        Assert.Single(_cloud.Ecs.Tasks);

        await _cloud.RunAsync("run", "clean.orders", "--run-id", "r8");
        Assert.Equal(2, _cloud.Ecs.Tasks.Count);
    }

    [Fact]
    public async Task A_run_id_that_was_used_with_another_delivery_is_refused()
    {
        await _cloud.RunAsync("run", "raw.orders", "--run-id", "r7", "--source", "s3://b/monday");
        var other = await _cloud.RunAsync("run", "raw.orders", "--run-id", "r7", "--source", "s3://b/tuesday");

        Assert.Equal(2, other.Code);
        Assert.Contains("give another --run-id", other.Error, StringComparison.Ordinal);
        Assert.EndsWith("--source s3://b/monday", Assert.Single(_cloud.Ecs.Tasks).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raw_table_reads_the_standing_delivery_where_none_is_named()
    {
        await _cloud.RunAsync("run", "raw.orders");
        Assert.EndsWith("--source s3://recommender-test-deliveries/standing", Assert.Single(_cloud.Ecs.Tasks).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shards_run_at_once_and_are_published_when_all_are_staged()
    {
        _cloud.Ecs.Script = line => new FakeOutcome(Lines: [line.Split("--run-id r7 ")[1]]);
        var result = await _cloud.RunAsync("run", "published.recommendations", "--run-id", "r7", "--no-progress");

        Assert.Equal(0, result.Code);
        Assert.Equal(["--shard 0/4", "--shard 1/4", "--shard 2/4", "--shard 3/4", "--commit-shards 4"], _cloud.Ecs.Tasks.Select(task => task.Line.Split("--run-id r7 ")[1]));
        Assert.Contains("published.recommendations: shard 2/4  --shard 2/4\n", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n--commit-shards 4\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shard_that_fails_keeps_the_table_from_being_published()
    {
        _cloud.Ecs.Script = line => new FakeOutcome(line.Contains("1/4", StringComparison.Ordinal) ? 3 : 0);
        var result = await _cloud.RunAsync("run", "published.recommendations", "--no-progress");

        Assert.Equal(3, result.Code);
        Assert.Equal(4, _cloud.Ecs.Tasks.Count);
        Assert.StartsWith("error: published.recommendations: shard 1/4: ended with exit code 3", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_following_and_says_how_to_stop_the_work()
    {
        _cloud.Ecs.Script = _ => new FakeOutcome { Hangs = true };
        _cloud.Ecs.Asked = ecs =>
        {
            if (ecs.Tasks[0].Told.LastStatus == "RUNNING")
            {
                _cloud.Interrupt();
            }
        };
        var result = await _cloud.RunAsync("run", "clean.orders", "--run-id", "r7", "--no-progress");

        Assert.Equal(130, result.Code);
        Assert.Equal("RUNNING", _cloud.Ecs.Tasks[0].Told.LastStatus);
        Assert.Equal(
            "no longer followed: 1 task of clean.orders may still run on AWS\n"
            + "  follow again:  recommender cloud run clean.orders --run-id r7 --stack test\n"
            + $"  stop:          recommender cloud stop {_cloud.Ecs.Tasks[0].Id} --stack test\n",
            result.Error);
    }

    [Fact]
    public async Task A_fault_while_following_tells_what_goes_on()
    {
        _cloud.Ecs.Script = _ => new FakeOutcome { Hangs = true };
        _cloud.Ecs.Asked = _ => throw new Amazon.ECS.AmazonECSException("The security token included in the request is expired");
        var result = await _cloud.RunAsync("run", "clean.orders", "--run-id", "r7", "--no-progress");

        Assert.Equal(4, result.Code);
        Assert.Contains($"recommender cloud stop {_cloud.Ecs.Tasks[0].Id} --stack test\nerror: ECS DescribeTasks of recommender-test failed: The security token", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_task_may_be_unknown_for_a_moment()
    {
        _cloud.Ecs.Lag = 2;
        Assert.Equal(0, (await _cloud.RunAsync("run", "clean.orders")).Code);
    }

    [Fact]
    public async Task A_task_that_ECS_has_forgotten_is_told()
    {
        await _cloud.RunAsync("run", "clean.orders", "--run-id", "r7");
        _cloud.Ecs.Forget();
        var result = await _cloud.RunAsync("run", "clean.orders", "--run-id", "r7");

        Assert.Equal(4, result.Code);
        Assert.Contains("ECS does not know task", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_the_output_is_one_document_and_lines_go_beside_it()
    {
        _cloud.Ecs.Script = _ => new FakeOutcome(3, "it failed", "a line");
        var result = await _cloud.RunAsync("run", "clean.orders", "--run-id", "r7", "--json", "--no-progress");

        Assert.Equal(3, result.Code);
        Assert.Equal("clean.orders", result.Json.GetProperty("table").GetString());
        Assert.Equal("r7", result.Json.GetProperty("run").GetString());
        Assert.Equal(3, result.Json.GetProperty("exit_code").GetInt32());
        Assert.Equal(_cloud.Ecs.Tasks[0].Told.TaskArn, result.Json.GetProperty("tasks")[0].GetProperty("task").GetString());
        Assert.Contains("a line\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no table 'clean.oders'; did you mean", "run", "clean.oders")]
    [InlineData("tasks read deliveries from S3; write s3://BUCKET/PREFIX", "run", "raw.orders", "--source", "orders")]
    [InlineData("clean.orders is not loaded from a delivery", "run", "clean.orders", "--source", "s3://b/p")]
    [InlineData("--run-id 'a b': write 1 to 80 letters", "run", "all", "--run-id", "a b")]
    [InlineData("--stack 'Uat': a stack's name is up to 20 lower-case letters", "run", "all", "--stack", "Uat")]
    [InlineData("there are pipelines of these stacks: other, test", "run", "all", "--stack", "uat")]
    [InlineData("leave out one", "logs", "clean.orders", "--task", "x", "--execution", "y")]
    public async Task Wrong_arguments_are_the_callers_fault_and_start_nothing(string message, params string[] args)
    {
        var result = await _cloud.RunAsync(args);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(_cloud.Ecs.Tasks);
        Assert.Empty(_cloud.StepFunctions.Executions);
    }

    [Fact]
    public async Task Without_a_stack_the_command_asks_for_one()
    {
        var result = await _cloud.RunAsync(["status"], new Dictionary<string, string>());
        Assert.Equal(2, result.Code);
        Assert.Contains("give --stack, such as --stack uat, or set RECOMMENDER_STACK", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_is_missing_is_told_with_the_help_to_read()
    {
        var result = await _cloud.RunAsync();
        Assert.Equal(2, result.Code);
        Assert.Contains("see 'recommender cloud --help'", result.Error, StringComparison.Ordinal);
        Assert.Contains("see 'recommender cloud run --help'", (await _cloud.RunAsync("run")).Error, StringComparison.Ordinal);
    }
}

using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Diagnosis;
using Recommender.Pipeline.Running;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Running;

public sealed class HeartbeatTests : IDisposable
{
    private const int Process = 7;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly DateTimeOffset _started;

    public HeartbeatTests() => _started = _clock.GetUtcNow();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_that_gets_on_is_well_however_long_it_takes()
    {
        using var run = Run();
        run.Started("clean.orders", "its inputs changed");
        for (var rows = 0; rows < 10; rows++)
        {
            _clock.Advance(RunHealth.Patience);
            Progress(run, rows);
            Assert.True(Assert.Single(Look()).Fine);
        }
    }

    [Fact]
    public void A_run_that_stands_still_is_not_well_though_time_is_reported()
    {
        using var run = Run();
        Progress(run, rows: 3);
        _clock.Advance(Heartbeat.Interval);
        Progress(run, rows: 4);
        _clock.Advance(RunHealth.Patience);
        Progress(run, rows: 4);
        Assert.True(Assert.Single(Look()).Fine);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Progress(run, rows: 4);
        var finding = Assert.Single(Look());
        Assert.False(finding.Fine);
        Assert.Equal("process 7 has made no progress for 40.0 min: stop it and start the same command again, it goes on where it was", finding.Says);
    }

    [Fact]
    public void Progress_just_before_it_stands_still_is_not_lost()
    {
        using var run = Run();
        Progress(run, rows: 1);
        _clock.Advance(Heartbeat.Interval);
        Progress(run, rows: 1);
        _clock.Advance(RunHealth.Patience);
        Assert.True(Assert.Single(Look()).Fine);
    }

    [Fact]
    public void A_run_that_ended_leaves_nothing()
    {
        Run().Dispose();
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.Equal("none at work", Assert.Single(Look()).Says);
    }

    [Fact]
    public void What_a_killed_run_left_is_not_taken_for_the_process_that_has_its_id_now()
    {
        using var killed = Run();
        _clock.Advance(RunHealth.Patience * 2);
        Assert.Equal("none at work", Assert.Single(Look(restarted: _clock.GetUtcNow())).Says);
        Assert.False(Assert.Single(Look()).Fine);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_does_not_stop_a_run()
    {
        using var run = new Heartbeat(new SilentReporter(), _folder["missing"], Process, _clock);
        run.Started("clean.orders", "its inputs changed");
        run.Ended(new StepResult("clean.orders", StepState.Built, 1, 0, TimeSpan.Zero, ""));
    }

    [Fact]
    public async Task The_command_answers_with_its_exit_code()
    {
        var clock = new FakeClock(RunHealth.StartOfProcess(Environment.ProcessId)!.Value);
        using var run = new Heartbeat(new SilentReporter(), _folder.Path, Environment.ProcessId, clock);
        Assert.Equal((ExitCodes.Fine, $"process {Environment.ProcessId} made progress 0.0 min ago\n"), await HealthAsync(clock));
        clock.Advance(RunHealth.Patience * 2);
        Assert.Equal(ExitCodes.Environment, (await HealthAsync(clock)).Code);
    }

    [Fact]
    public async Task Without_a_folder_the_command_says_what_it_lacks()
    {
        using var error = new StringWriter();
        var code = await RecommenderProgram.RunAsync(["health"], new Terminal { Out = TextWriter.Null, Error = error, Clock = _clock });
        Assert.Equal(ExitCodes.Caller, code);
        Assert.Contains("RECOMMENDER_HEARTBEAT is not set", error.ToString(), StringComparison.Ordinal);
    }

    private static void Progress(Heartbeat run, long rows) => run.Progressed([new RunningStep("clean.orders", "building", -1, rows, TimeSpan.FromSeconds(rows))]);

    private Heartbeat Run() => new(new SilentReporter(), _folder.Path, Process, _clock);

    private IReadOnlyList<Finding> Look(DateTimeOffset? restarted = null) => new RunHealth(_folder.Path, _clock, id => id == Process ? restarted ?? _started : null).Look();

    private async Task<(int Code, string Out)> HealthAsync(FakeClock clock)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = await RecommenderProgram.RunAsync(["health"], new Terminal { Out = output, Error = TextWriter.Null, Clock = clock, HeartbeatFolder = _folder.Path });
        return (code, output.ToString());
    }

    private sealed class SilentReporter : IRunReporter
    {
        public void Started(string name, string reason)
        {
        }

        public void Progressed(IReadOnlyList<RunningStep> steps)
        {
        }

        public void Ended(StepResult result)
        {
        }
    }
}

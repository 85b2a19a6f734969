using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Running;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Console;

public sealed class TextTests
{
    [Theory]
    [InlineData("2GiB", 2L << 30)]
    [InlineData("512MB", 512_000_000L)]
    [InlineData(" 1.5 gib ", 3L << 29)]
    [InlineData("7B", 7L)]
    public void Sizes_are_read(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out var parsed));
        Assert.Equal(bytes, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("GiB")]
    [InlineData("-1GiB")]
    [InlineData("1.2.3GB")]
    [InlineData("2 GiBs")]
    [InlineData("99999999TiB")]
    public void What_is_no_size_is_refused(string text) => Assert.False(ByteSize.TryParse(text, out _));

    [Theory]
    [InlineData(0L, "0 B")]
    [InlineData(999L, "999 B")]
    [InlineData(1000L, "0.98 KiB")]
    [InlineData(3L << 29, "1.5 GiB")]
    public void Sizes_are_written(long bytes, string text) => Assert.Equal(text, ByteSize.Text(bytes));

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("30min", 1800)]
    [InlineData("10m", 600)]
    [InlineData("1.5h", 5400)]
    [InlineData("7d", 604800)]
    [InlineData("0s", 0)]
    public void Spans_are_read(string text, int seconds)
    {
        Assert.True(Durations.TryParse(text, out var span));
        Assert.Equal(seconds, span.TotalSeconds);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("5mo")]
    [InlineData("-5s")]
    [InlineData("h")]
    [InlineData("99999999d")]
    public void What_is_no_span_is_refused(string text) => Assert.False(Durations.TryParse(text, out _));

    [Fact]
    public void A_table_shortens_before_it_drops_and_never_wraps()
    {
        var table = new TextTable(new TableColumn("key"), new TableColumn("text", Least: 6), new TableColumn("extra", Importance: 1));
        table.Add("a", "0123456789", "한국어");
        Assert.Equal("key  text        extra\n───  ──────────  ──────\na    0123456789  한국어\n", Written(table, null));
        Assert.Equal("key  text    extra\n───  ──────  ──────\na    01234…  한국어\n", Written(table, 19));
        Assert.Equal(0, table.Hidden);
        Assert.Equal("key  text\n───  ──────────\na    0123456789\n", Written(table, 18));
        Assert.Equal(1, table.Hidden);
    }

    [Fact]
    public void Each_kind_of_fault_has_its_exit_code()
    {
        Assert.Equal((2, "error: bad\n"), Reported(new CallerException("bad")));
        Assert.Equal((3, "error: bad\n"), Reported(new DataException("bad")));
        Assert.Equal((4, "error: bad\n"), Reported(new EnvironmentException("bad")));
        Assert.Equal((4, "error: bad\n"), Reported(new DuckDbResourceException("bad", DuckDbErrorKind.IO)));
        Assert.Equal((4, "error: No space left on device\n"), Reported(new IOException("No space left on device")));
        Assert.Equal((2, "error: inner\n"), Reported(new AggregateException(new AggregateException(new CallerException("inner")))));
        Assert.Equal(130, Reported(new OperationCanceledException()).Code);
        var (code, text) = Reported(new InvalidOperationException("surprise"));
        Assert.Equal(4, code);
        Assert.Contains("please report it", text, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), text, StringComparison.Ordinal);
        Assert.Contains("--memory", Reported(new DuckDbResourceException("full", DuckDbErrorKind.OutOfMemory)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_progress_tells_of_a_step_every_five_seconds_at_most()
    {
        var clock = new FakeClock(Workspace.Start);
        using var error = new StringWriter { NewLine = "\n" };
        var reporter = new PlainReporter(new Terminal { Out = TextWriter.Null, Error = error, Clock = clock }, quiet: false);
        var step = new RunningStep("clean.order_lines", "building", 0.45, 15_000_000, TimeSpan.FromSeconds(4.84));
        reporter.Started("clean.order_lines", "raw.orders changed");
        reporter.Progressed([step]);
        clock.Advance(TimeSpan.FromSeconds(5));
        reporter.Progressed([step]);
        reporter.Progressed([step]);
        reporter.Ended(new StepResult("clean.order_lines", StepState.Built, 30, 2, TimeSpan.FromSeconds(10), ""));
        Assert.Equal(
            "12:00:00 clean.order_lines  started: raw.orders changed\n"
            + "12:00:05 clean.order_lines  building  45 %  15,000,000 rows  3.1 M rows/s  ETA 5 s\n"
            + "12:00:05 clean.order_lines  built: 30 rows, 2 quarantined, 10.00 s\n",
            error.ToString());
    }

    [Fact]
    public void Live_progress_redraws_the_running_steps_under_those_that_ended()
    {
        using var window = new StringWriter { NewLine = "\n" };
        using (var reporter = new LiveReporter(window, width: 30, color: false))
        {
            reporter.Ended(new StepResult("raw.aisles", StepState.Skipped, 3, 0, TimeSpan.Zero, "same"));
            reporter.Progressed([new RunningStep("raw.orders", "reading", 0.5, 0, TimeSpan.Zero), new RunningStep("raw.products", "writing lines", -1, 0, TimeSpan.Zero)]);
            reporter.Ended(new StepResult("raw.orders", StepState.Built, 7, 0, TimeSpan.FromSeconds(1), ""));
        }

        Assert.Equal(
            "· raw.aisles  skipped: same\n"
            + "━━━━━╌╌╌╌╌ raw.orders  readi…\n╌╌╌╌╌╌╌╌╌╌ raw.products  wri…\n"
            + "\r\u001b[2A\u001b[0J✓ raw.orders  built: 7 rows,…\n╌╌╌╌╌╌╌╌╌╌ raw.products  wri…\n"
            + "\r\u001b[1A\u001b[0J",
            window.ToString());
    }

    private static string Written(TextTable table, int? width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        table.Write(writer, width);
        return writer.ToString();
    }

    private static (int Code, string Text) Reported(Exception error)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        return (Faults.Report(error, new Terminal { Out = TextWriter.Null, Error = writer, Clock = new FakeClock(Workspace.Start) }, verbose: false), writer.ToString());
    }
}

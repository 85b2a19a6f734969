using System.Text;
using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Errors;
using Recommender.Lake.S3;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.S3;

public sealed class S3LockTests : S3LakeTest
{
    private static readonly TableName _items = new(Zone.Raw, "items");
    private static readonly TableName _orders = new(Zone.Clean, "orders");

    /// <summary>So seldom that only the test renews.</summary>
    private static readonly S3LockOptions _options = new() { Life = TimeSpan.FromHours(3), Renewal = TimeSpan.FromHours(1) };

    [Fact]
    public void A_second_writer_is_refused_and_told_who_holds_the_lock()
    {
        using (Locks("run-1").Take([_items], Token))
        {
            var error = Assert.Throws<EnvironmentException>(() => Locks("run-2").Take([_items], Token));
            Assert.Contains($"raw.items has another writer (run-1, process {Environment.ProcessId} on {Environment.MachineName} since 2026-01-05 08:00:00 UTC)", error.Message, StringComparison.Ordinal);
            Assert.Contains("until 11:00:15 UTC", error.Message, StringComparison.Ordinal);
            Locks("run-2").Take([_orders], Token).Dispose();
        }

        Locks("run-2").Take([_items, _orders], Token).Dispose();
        Assert.Empty(Server.Objects.List("lake-raw", ""));
        Assert.Empty(Server.Objects.List("lake-clean", ""));
    }

    [Fact]
    public void Those_who_write_now_are_named()
    {
        var locks = Locks("run-1");
        Assert.Empty(locks.Writers([_items, _orders], Token));
        using var held = locks.Take([_items], Token);
        Assert.Equal([$"raw.items: run-1, process {Environment.ProcessId} on {Environment.MachineName} since 2026-01-05 08:00:00 UTC"], locks.Writers([_items, _orders], Token));
        Clock.Advance(_options.Life + _options.Skew);
        Assert.Empty(locks.Writers([_items, _orders], Token));
    }

    [Fact]
    public void All_tables_are_taken_or_none()
    {
        using (Locks("run-1").Take([_items], Token))
        {
            Assert.Throws<EnvironmentException>(() => Locks("run-2").Take([_items, _orders], Token));
            Assert.Empty(Server.Objects.List("lake-clean", ""));
        }
    }

    [Fact]
    public void Of_many_takers_one_gets_it()
    {
        var taken = new ILakeLock?[8];
        Parallel.For(0, taken.Length, index =>
        {
            try
            {
                taken[index] = Locks($"run-{index}").Take([_items], Token);
            }
            catch (EnvironmentException)
            {
                // Another was faster.
            }
        });
        Assert.Single(taken.OfType<ILakeLock>()).Dispose();
    }

    [Fact]
    public void A_lock_that_ended_is_taken_over_and_its_holder_notices()
    {
        using var dead = Take("run-1");
        Clock.Advance(_options.Life + _options.Skew - TimeSpan.FromSeconds(1));
        Assert.Throws<EnvironmentException>(() => Locks("run-2").Take([_items], Token));
        Clock.Advance(TimeSpan.FromSeconds(1));
        using var heir = Locks("run-2").Take([_items], Token);

        dead.Renew();

        Assert.True(dead.Lost.IsCancellationRequested);
        Assert.False(heir.Lost.IsCancellationRequested);
        dead.Dispose();
        Assert.Single(Server.Objects.List("lake-raw", ""));
    }

    [Fact]
    public void A_lock_that_is_renewed_does_not_end()
    {
        using var held = Take("run-1");
        for (var hour = 0; hour < 5; hour++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            held.Renew();
            Assert.Throws<EnvironmentException>(() => Locks("run-2").Take([_items], Token));
        }

        Assert.False(held.Lost.IsCancellationRequested);
        Assert.Contains("2026-01-05T16:00:00+00:00", Encoding.UTF8.GetString(Server.Objects.Read("lake-raw", "items/_lock")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.TearAfter)]
    public void A_renewal_that_fails_is_tried_again_until_the_lock_ends(FaultKind kind)
    {
        using var held = new S3Locks(Open(retries: 0), "run-1", _options, Clock).Take(_items, Token);
        Fail(kind, "PutObject", times: 1);
        Clock.Advance(TimeSpan.FromHours(1));
        held.Renew();
        Assert.False(held.Lost.IsCancellationRequested);
        Clock.Advance(TimeSpan.FromHours(1));
        held.Renew();
        Assert.False(held.Lost.IsCancellationRequested);

        Fail(FaultKind.ServerError, "PutObject", times: 1000);
        Clock.Advance(TimeSpan.FromHours(3));
        held.Renew();
        Assert.True(held.Lost.IsCancellationRequested);
    }

    [Fact]
    public void The_timer_renews()
    {
        var options = new S3LockOptions { Life = TimeSpan.FromMinutes(1), Renewal = TimeSpan.FromMilliseconds(20) };
        using var held = new S3Locks(Storage, "run-1", options, Clock).Take([_items], Token);
        Assert.True(SpinWait.SpinUntil(() => Asked("PutObject") >= 3, TimeSpan.FromSeconds(20)));
        Assert.False(held.Lost.IsCancellationRequested);
    }

    [Fact]
    public void What_is_no_lock_is_not_taken_over()
    {
        Server.Objects.Add("lake-raw", "items/_lock", "{}"u8);
        Assert.Contains("is not one", Assert.Throws<EnvironmentException>(() => Locks("run-1").Take([_items], Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_tell_all_their_faults()
    {
        var options = new S3LockOptions { Life = TimeSpan.FromSeconds(2), Renewal = TimeSpan.FromSeconds(1), Skew = TimeSpan.FromSeconds(-1) };
        Assert.Equal(2, options.Faults().Count());
        Assert.Throws<CallerException>(() => new S3Locks(Storage, "run-1", options, Clock));
    }

    private S3Locks Locks(string holder) => new(Storage, holder, _options, Clock);

    private S3Lock Take(string holder) => Locks(holder).Take(_items, Token);
}

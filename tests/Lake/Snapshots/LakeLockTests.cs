using System.Diagnostics;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Snapshots;

public sealed class LakeLockTests : LakeTest
{
    [Fact]
    public void A_second_writer_is_refused_and_told_who_holds_the_lock()
    {
        using (Take())
        {
            var error = Assert.Throws<EnvironmentException>(Take);
            Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName} since 2026-01-05 08:00:00 UTC", error.Message, StringComparison.Ordinal);
        }

        Take().Dispose();
    }

    [Fact]
    public async Task A_holder_that_is_killed_leaves_no_lock()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/flock"))
        {
            Assert.Skip("another process takes the lock with flock(1) of Linux");
        }

        Take().Dispose();
        using var other = Process.Start(new ProcessStartInfo("sh", ["-c", "exec 9>>\"$1\"; flock 9 && echo held && read line", "sh", Lake.At("_lock")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            Assert.Equal("held", await other.StandardOutput.ReadLineAsync(Token));
            Assert.Contains("has another writer", Assert.Throws<EnvironmentException>(Take).Message, StringComparison.Ordinal);
        }
        finally
        {
            other.Kill();
            await other.WaitForExitAsync(Token);
        }

        Take().Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"process_id\": 1 }")]
    [InlineData("not json")]
    public void A_stale_holder_file_means_nothing(string content)
    {
        Directory.CreateDirectory(Lake.At());
        File.WriteAllText(Lake.At("_lock"), "");
        File.WriteAllText(Lake.At("_lock.holder.json"), content);
        Take().Dispose();
    }

    [Fact]
    public void A_holder_file_that_cannot_be_written_does_not_keep_the_lock_from_its_taker()
    {
        Directory.CreateDirectory(Lake.At("_lock.holder.json"));
        using (Take())
        {
            Assert.Contains("has another writer:", Assert.Throws<EnvironmentException>(Take).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_lake_that_is_a_file_cannot_be_locked()
    {
        File.WriteAllText(Lake.At(), "no folder");
        Assert.Contains(Lake.At(), Assert.Throws<EnvironmentException>(Take).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_lake_is_not_said_to_have_another_writer()
    {
        Take().Dispose();
        using var mount = TinyMount.At(Lake.At(), "1m");
        File.WriteAllText(Lake.At("_lock"), "");
        mount.MakeReadOnly();
        var message = Assert.Throws<EnvironmentException>(Take).Message;
        Assert.DoesNotContain("another writer", message, StringComparison.Ordinal);
        Assert.Contains(Lake.At(), message, StringComparison.Ordinal);
    }

    private LakeLock Take() => LakeLock.Take(Lake.Store.Lake, Lake.Clock);
}

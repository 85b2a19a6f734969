using System.Text.Json;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// The lake's one writer. The operating system holds the lock for the process, so a crash does not leave it behind; the file
/// that stays means nothing by itself.
/// </summary>
public sealed class LakeLock : ILakeLock
{
    private readonly FileStream _file;

    private LakeLock(FileStream file) => _file = file;

    /// <summary>Never cancelled: the operating system takes the lock from no process that lives.</summary>
    public CancellationToken Lost => CancellationToken.None;

    /// <summary>Takes the lock, or says who has it.</summary>
    /// <exception cref="EnvironmentException">Another process writes to this lake, or the folder cannot be written.</exception>
    public static LakeLock Take(LakeFolder lake, TimeProvider clock)
    {
        var path = Path.Combine(lake.Root, "_lock");
        var holder = Path.Combine(lake.Root, "_lock.holder.json");
        FileStream file;
        try
        {
            Directory.CreateDirectory(lake.Root);
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsTaken(error))
        {
            throw new EnvironmentException($"the lake {lake.Root} has another writer{Describe(holder)}: wait for it to end; reading is always possible", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException($"the lake {lake.Root} cannot be written: {error.Message}", error);
        }

        Announce(holder, new LockHolder(Environment.ProcessId, Environment.MachineName, clock.GetUtcNow()));
        return new LakeLock(file);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Whether the file is open elsewhere: EWOULDBLOCK of Linux or macOS, a sharing or lock violation of Windows.</summary>
    private static bool IsTaken(IOException error) => (error.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

    /// <summary>Only messages need the holder's name: a full disk does not keep the lock from its taker.</summary>
    private static void Announce(string path, LockHolder holder)
    {
        try
        {
            File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(holder, SnapshotJson.Default.LockHolder));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Without a name others are told of "another writer".
        }
    }

    private static string Describe(string path)
    {
        try
        {
            var holder = JsonSerializer.Deserialize(File.ReadAllBytes(path), SnapshotJson.Default.LockHolder);
            return holder is null ? "" : $" (process {holder.ProcessId} on {holder.Machine} since {holder.Since:yyyy-MM-dd HH:mm:ss} UTC)";
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

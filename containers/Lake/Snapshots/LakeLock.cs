using System.Text.Json;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// The lake's one writer. The operating system holds the lock for the process, so a crash does not leave it behind; the file
/// that stays means nothing by itself.
/// </summary>
public sealed class LakeLock : IDisposable
{
    private readonly FileStream _file;

    private LakeLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or says who has it.</summary>
    /// <exception cref="EnvironmentException">Another process writes to this lake, or the folder cannot be written.</exception>
    public static LakeLock Take(LakeFolder lake, TimeProvider clock)
    {
        var path = Path.Combine(lake.Root, "_lock");
        var holder = Path.Combine(lake.Root, "_lock.holder.json");
        try
        {
            Directory.CreateDirectory(lake.Root);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var mine = new LockHolder(Environment.ProcessId, Environment.MachineName, clock.GetUtcNow());
            File.WriteAllBytes(holder, JsonSerializer.SerializeToUtf8Bytes(mine, SnapshotJson.Default.LockHolder));
            return new LakeLock(file);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new EnvironmentException($"the lake {lake.Root} cannot be written: {error.Message}", error);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new EnvironmentException($"the lake {lake.Root} has another writer{Describe(holder)}: wait for it to end; reading is always possible", error);
        }
        catch (IOException error)
        {
            throw new EnvironmentException($"the lake {lake.Root} cannot be made: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

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

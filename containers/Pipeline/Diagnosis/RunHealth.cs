using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Diagnosis;

/// <summary>Looks at the heartbeats of the runs in a container.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="clock">Gives the time.</param>
/// <param name="startOf">When a process started, by its id; null where there is none.</param>
internal sealed class RunHealth(string folder, TimeProvider clock, Func<int, DateTimeOffset?> startOf)
{
    /// <summary>A run that makes no progress for longer is stuck: 40 minutes, past the 30 in which Athena ends a query.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(40);

    // File systems and process tables do not keep time alike.
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(2);

    /// <summary>One finding for each run; a single one where none runs.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<Finding> Look()
    {
        var runs = Directory.EnumerateFiles(folder, Heartbeat.Prefix + "*").Order(StringComparer.Ordinal).Select(Look).OfType<Finding>().ToList();
        return runs.Count > 0 ? runs : [new Finding("run", true, "none at work")];
    }

    /// <summary>When a process of this machine started.</summary>
    public static DateTimeOffset? StartOfProcess(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    private Finding? Look(string file)
    {
        var beat = new DateTimeOffset(File.GetLastWriteTimeUtc(file));
        if (!int.TryParse(Path.GetFileName(file)[Heartbeat.Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            || startOf(process) is not { } start || beat < start - _tolerance)
        {
            // A volume keeps what a killed run left; the process that has its id now is another.
            return null;
        }

        var still = clock.GetUtcNow() - beat;
        var minutes = still.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture);
        return still <= Patience
            ? new Finding("run", true, $"process {process} made progress {minutes} min ago")
            : new Finding("run", false, $"process {process} has made no progress for {minutes} min: stop it and start the same command again, it goes on where it was");
    }
}

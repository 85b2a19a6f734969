using System.ComponentModel;
using System.Diagnostics;

namespace Recommender.AwsEmulator.Ecs;

/// <summary>Runs containers as processes of this machine.</summary>
/// <param name="options">The program that stands for every image.</param>
public sealed class ProcessLauncher(ProcessLauncherOptions options) : ITaskLauncher
{
    /// <inheritdoc/>
    public ITaskRun Launch(TaskLaunch launch)
    {
        ArgumentNullException.ThrowIfNull(launch);
        var start = new ProcessStartInfo(options.Program, [.. options.Arguments, .. launch.Command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        foreach (var name in options.Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        foreach (var (name, value) in launch.Environment.Concat(options.Environment))
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            process.Dispose();
            throw new TaskStartException($"CannotStartContainerError: {error.Message}");
        }

        return new ProcessRun(process, launch.Write);
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Recommender.AwsEmulator.Ecs;

/// <summary>A process in a container's place.</summary>
internal sealed partial class ProcessRun : ITaskRun
{
    private const int SigTerm = 15;

    private static readonly TimeSpan _lastWords = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    /// <summary>Follows a process that was started.</summary>
    /// <param name="process">The process.</param>
    /// <param name="write">Takes its lines.</param>
    public ProcessRun(Process process, Action<string> write)
    {
        _process = process;
        process.StandardInput.Close();
        Ended = FollowAsync(write);
    }

    /// <inheritdoc/>
    public Task<int> Ended { get; }

    /// <inheritdoc/>
    public void Terminate()
    {
        if (!_process.HasExited)
        {
            // It may have ended meanwhile, which is what was wanted.
            _ = NativeKill(_process.Id, SigTerm);
        }
    }

    /// <inheritdoc/>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private async Task<int> FollowAsync(Action<string> write)
    {
        var copying = Task.WhenAll(CopyAsync(_process.StandardOutput, write), CopyAsync(_process.StandardError, write));
        await _process.WaitForExitAsync();

        // A container ends with its first process; one that this left behind would hold the pipes open for as long as it likes.
        await Task.WhenAny(copying, Task.Delay(_lastWords));
        return _process.ExitCode;
    }

    private static async Task CopyAsync(StreamReader from, Action<string> write)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            // CloudWatch takes no empty event.
            if (line.Length > 0)
            {
                write(line);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int NativeKill(int process, int signal);
}

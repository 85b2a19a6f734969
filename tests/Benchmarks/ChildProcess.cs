using System.Diagnostics;
using System.Globalization;

namespace Recommender.Benchmarks;

/// <summary>Runs something in a process of its own and measures it.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a .NET program to its end.</summary>
    /// <param name="name">How the report names it.</param>
    /// <param name="assembly">The program.</param>
    /// <param name="arguments">Its arguments; its output goes to this process's standard error, too.</param>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static Measurement Run(string name, string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var clock = Stopwatch.StartNew();
        var peak = 0L;
        var cpu = TimeSpan.Zero;
        var output = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(50))
        {
            // Neither can be asked of a process that has ended.
            peak = Math.Max(peak, PeakOf(process.Id));
            cpu = CpuOf(process) ?? cpu;
        }

        clock.Stop();
        var text = output.GetAwaiter().GetResult();
        Console.Error.Write(text);
        return process.ExitCode == 0
            ? new Measurement(name, clock.Elapsed, cpu, peak, text)
            : throw new InvalidOperationException($"{name}: exit code {process.ExitCode}");
    }

    private static TimeSpan? CpuOf(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The kernel's own high-water mark, so that no peak between two looks is lost; 0 where there is none.</summary>
    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

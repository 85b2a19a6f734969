using System.Diagnostics;
using System.Globalization;

namespace Recommender.Benchmarks;

/// <summary>Runs something in a process of its own and measures it.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a .NET program to its end.</summary>
    /// <param name="name">How the report names it.</param>
    /// <param name="assembly">The program.</param>
    /// <param name="arguments">Its arguments; its output goes to this process's standard error.</param>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static Measurement Run(string name, string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var clock = Stopwatch.StartNew();
        var peak = 0L;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Console.OpenStandardError());
        while (!process.WaitForExit(50))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        clock.Stop();
        output.Wait();
        return process.ExitCode == 0
            ? new Measurement(name, clock.Elapsed, process.TotalProcessorTime, peak)
            : throw new InvalidOperationException($"{name}: exit code {process.ExitCode}");
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

using System.Diagnostics;

namespace Recommender.Benchmarks.Trees;

/// <summary>Times consecutive stretches of this process.</summary>
internal sealed class Laps
{
    private long _start = Stopwatch.GetTimestamp();
    private TimeSpan _cpu = Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>Seconds, and processor seconds of all threads, since the last call.</summary>
    public (double Wall, double Cpu) Next()
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var lap = (Stopwatch.GetElapsedTime(_start).TotalSeconds, (cpu - _cpu).TotalSeconds);
        (_start, _cpu) = (Stopwatch.GetTimestamp(), cpu);
        return lap;
    }
}

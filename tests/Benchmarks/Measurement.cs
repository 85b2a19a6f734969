namespace Recommender.Benchmarks;

/// <summary>What a child process took.</summary>
/// <param name="Name">What ran.</param>
/// <param name="Wall">Time from start to end.</param>
/// <param name="Cpu">Processor time of all its threads.</param>
/// <param name="PeakBytes">Its peak resident memory in bytes.</param>
/// <param name="Output">What it wrote to standard output.</param>
internal sealed record Measurement(string Name, TimeSpan Wall, TimeSpan Cpu, long PeakBytes, string Output);

using System.Globalization;
using System.Text.Json;

namespace Recommender.Benchmarks;

/// <summary>The comparisons and how they are printed.</summary>
internal static class Comparison
{
    private static readonly string Self = typeof(Comparison).Assembly.Location;

    /// <summary>From files to curated tables: the product beside one bare DuckDB process, round by round.</summary>
    public static void IngestToCurated(string delivery, string work, int rounds)
    {
        foreach (var round in Enumerable.Range(1, rounds))
        {
            // Turn about, so that neither side always has the warm file cache.
            string[] sides = ["product", "rival-parquet", "rival-tables"];
            var measured = (round % 2 == 1 ? sides.Reverse() : sides).Select(side => Side(side, delivery, work)).ToDictionary(one => one.Name);
            Print($"ingest to curated, round {round}", [.. measured.Values]);
            foreach (var rival in sides.Skip(1))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  product / {rival}: {measured["product"].Wall / measured[rival].Wall:F2} of the time, {measured["product"].Cpu / measured[rival].Cpu:F2} of the processor time"));
            }
        }
    }

    /// <summary>Whole runs of the command line: bounded memory beside the default, and a second run beside the first.</summary>
    public static void WholeRuns(string delivery, string work)
    {
        var program = Path.Combine(Path.GetDirectoryName(Self)!, "recommender.dll");
        string[] Run(string lake, params string[] more) => ["run", "--source", delivery, "--lake", Path.Combine(work, lake), "--json", "--no-progress", .. more];
        Empty(Path.Combine(work, "lake"));
        var first = ChildProcess.Run("run", program, Run("lake"));
        var second = ChildProcess.Run("run again, nothing changed", program, Run("lake"));
        Empty(Path.Combine(work, "lake-2gib"));
        var bounded = ChildProcess.Run("run --memory 2GiB", program, Run("lake-2gib", "--memory", "2GiB"));
        var help = ChildProcess.Run("--help", program, "--help");
        Print("whole runs", [first, second, bounded, help]);
        PrintLearning(first);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  second / first: {second.Wall / first.Wall:F3} of the time; 2 GiB / default: {bounded.Wall / first.Wall:F2} of the time"));
    }

    /// <summary>The steps of a run that train and that score everyone, which wait for one another and run beside others.</summary>
    private static void PrintLearning(Measurement run)
    {
        using var document = JsonDocument.Parse(run.Output);
        foreach (var step in document.RootElement.GetProperty("steps").EnumerateArray())
        {
            if (step.GetProperty("name").GetString() is "ml.models" or "ml.evaluation" or "ml.calibration" or "published.recommendations" or "published.next_basket")
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"  of it {step.GetProperty("name").GetString(),-28} {step.GetProperty("seconds").GetDouble(),8:F2} s wall"));
            }
        }
    }

    private static Measurement Side(string side, string delivery, string work)
    {
        var output = Path.Combine(work, side);
        Empty(output);
        Directory.CreateDirectory(output);
        var measured = ChildProcess.Run(side, Self, "side", side, delivery, output);
        Directory.Delete(output, recursive: true);
        return measured;
    }

    private static void Empty(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string title, Measurement[] measurements)
    {
        Console.WriteLine(title);
        foreach (var one in measurements)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {one.Name,-28} {one.Wall.TotalSeconds,8:F2} s wall {one.Cpu.TotalSeconds,8:F1} s processor {one.PeakBytes / 1048576.0,8:F0} MiB peak"));
        }
    }
}

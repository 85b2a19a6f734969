using System.Globalization;
using System.Text.Json;

namespace Recommender.Benchmarks.Trees;

/// <summary>Our trees beside LightGBM's: the same rows, rounds, leaves, bins and threads, turn about, each in a process of its own.</summary>
internal static class TreeComparison
{
    private static readonly string Self = typeof(TreeComparison).Assembly.Location;

    /// <summary>Trains both, as often as asked, and prints times, areas and memory.</summary>
    /// <param name="task">What to train.</param>
    /// <param name="rounds">How often each side does.</param>
    /// <param name="quantised">Whether LightGBM also runs with its quantised gradients, which fails now and then ("Check failed: right_count &gt; 0").</param>
    /// <param name="library">LightGBM's library.</param>
    /// <param name="work">Where sides leave their outcomes.</param>
    public static void Run(TreeTask task, int rounds, bool quantised, string library, string work)
    {
        string[] sides = quantised ? ["ours", "lightgbm", "lightgbm-quantised"] : ["ours", "lightgbm"];
        var all = sides.ToDictionary(side => side, _ => new List<TreeOutcome>());
        Line($"{task.Rounds} trees of {task.Leaves} leaves, {task.Threads} threads, {(task.Data.Length > 0 ? task.Data : $"{task.Rows} × {task.Features} generated rows")}");
        Line($"  {"",-20}{"bin s",8}{"train s",9}{"cpu s",8}{"score s",9}{"cpu s",8}{"AUC",9}{"MiB",7}");
        for (var round = 0; round < rounds; round++)
        {
            foreach (var side in round % 2 == 0 ? sides : sides.Reverse())
            {
                var one = Side(side, task, library, work);
                all[side].Add(one);
                Line($"  {side,-20}{one.Bin,8:F2}{one.Train,9:F2}{one.TrainCpu,8:F1}{one.Score,9:F3}{one.ScoreCpu,8:F2}{one.Auc,9:F5}{one.PeakBytes / 1048576.0,7:F0}");
            }
        }

        foreach (var rival in sides.Skip(1))
        {
            var (our, their) = (all["ours"], all[rival]);
            Line($"  ours / {rival}: {Median(our, one => one.Train) / Median(their, one => one.Train):F2} of the time, {Median(our, one => one.TrainCpu) / Median(their, one => one.TrainCpu):F2} of the processor time, AUC {our[0].Auc - their[0].Auc:+0.00000;-0.00000}, scoring {Median(our, one => one.ScoreCpu) / Median(their, one => one.ScoreCpu):F2} of the processor time");
        }
    }

    /// <summary>One side, in a child process: writes its outcome to a file.</summary>
    public static void RunSide(string side, string taskJson, string library, string output)
    {
        var task = JsonSerializer.Deserialize<TreeTask>(taskJson) ?? throw new InvalidOperationException("no task");
        var outcome = side == "ours" ? OurTrees.Run(task) : LightGbmTrees.Run(task, library, side == "lightgbm-quantised");
        File.WriteAllText(output, JsonSerializer.Serialize(outcome));
    }

    private static TreeOutcome Side(string side, TreeTask task, string library, string work)
    {
        var output = Path.Combine(work, $"trees-{side}.json");
        ChildProcess.Run(side, Self, "trees-side", side, JsonSerializer.Serialize(task), library, output);
        return JsonSerializer.Deserialize<TreeOutcome>(File.ReadAllText(output)) ?? throw new InvalidOperationException($"{output} is empty");
    }

    private static double Median(List<TreeOutcome> outcomes, Func<TreeOutcome, double> of) =>
        outcomes.Select(of).Order().ElementAt((outcomes.Count - 1) / 2);

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

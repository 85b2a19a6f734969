using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Recommender.Benchmarks.Trees;

/// <summary>The rival: LightGBM, by its C interface.</summary>
internal static class LightGbmTrees
{
    /// <param name="task">What to train.</param>
    /// <param name="library">The library's file.</param>
    /// <param name="quantised">Whether it may round gradients to a few levels, which it does not by itself.</param>
    public static unsafe TreeOutcome Run(TreeTask task, string library, bool quantised)
    {
        NativeLibrary.SetDllImportResolver(typeof(LightGbmTrees).Assembly, (_, _, _) => NativeLibrary.Load(library));
        var (train, test) = task.Load();
        var parameters = string.Create(
            CultureInfo.InvariantCulture,
            $"objective=binary num_leaves={task.Leaves} learning_rate={TreeTask.LearningRate} max_bin={TreeTask.Bins} min_data_in_leaf={TreeTask.MinRowsInLeaf} num_threads={task.Threads} verbosity=-1")
            + (quantised ? " use_quantized_grad=true" : "");
        var laps = new Laps();
        nint data;
        fixed (float* values = train.Values, labels = train.Labels)
        {
            LightGbmNative.Check(LightGbmNative.LGBM_DatasetCreateFromMat(
                values, LightGbmNative.Float32, train.Rows, train.Features, 1, parameters, 0, out data));
            LightGbmNative.Check(LightGbmNative.LGBM_DatasetSetField(data, "label", labels, train.Rows, LightGbmNative.Float32));
        }

        var bin = laps.Next();
        LightGbmNative.Check(LightGbmNative.LGBM_BoosterCreate(data, parameters, out var booster));
        for (var round = 0; round < task.Rounds; round++)
        {
            LightGbmNative.Check(LightGbmNative.LGBM_BoosterUpdateOneIter(booster, out _));
        }

        var trained = laps.Next();
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var scores = new double[test.Rows];
        laps.Next();
        fixed (float* values = test.Values)
        fixed (double* result = scores)
        {
            LightGbmNative.Check(LightGbmNative.LGBM_BoosterPredictForMat(
                booster, values, LightGbmNative.Float32, test.Rows, test.Features, 1, 1, 0, -1, parameters, out _, result));
        }

        var score = laps.Next();
        LightGbmNative.Check(LightGbmNative.LGBM_BoosterFree(booster));
        LightGbmNative.Check(LightGbmNative.LGBM_DatasetFree(data));
        return new TreeOutcome(bin.Wall, trained.Wall, trained.Cpu, score.Wall, score.Cpu, RocCurve.Area(scores, test.Labels), peak);
    }
}

namespace Recommender.Ranking.Trees;

/// <summary>
/// Gradient boosting of leaf-wise trees over histograms (Friedman, "Greedy Function Approximation", 2001; Ke and others,
/// "LightGBM", NIPS 2017). The model depends on rows, settings and seed, never on the number of threads: sums are whole numbers
/// (<see cref="PackedSum"/>) or taken block by block.
/// </summary>
internal sealed class GradientBoostedTrees : ITreeTrainer
{
    /// <inheritdoc/>
    public string Name => "gradient-boosted-trees";

    /// <inheritdoc/>
    public TreeModel Train(
        TreeRows train, TreeRows? validation, TreeSettings settings, IProgress<TreeProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(settings);
        TrainingFaults.Check(train, validation, settings);
        return new BoostingRun(train, validation, settings).Train(progress, cancellationToken);
    }
}

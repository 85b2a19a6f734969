namespace Recommender.Ranking.Trees;

/// <summary>
/// Trains boosted trees. The seam where other libraries' trainers can stand beside ours: FastTree and LightGBM as
/// Microsoft.ML packs them, for instance. That package is not on the feed this project builds from, so ours is the only one here.
/// Such a trainer reads values by <see cref="TreeRows.Value"/> and answers with a <see cref="TreeModel"/>.
/// </summary>
internal interface ITreeTrainer
{
    /// <summary>Name in reports and in <c>ml.models</c>.</summary>
    string Name { get; }

    /// <summary>Trains a model.</summary>
    /// <param name="train">The rows to learn from.</param>
    /// <param name="validation">Rows that decide when to stop, binned by the same edges; null trains all rounds.</param>
    /// <param name="settings">How.</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="ArgumentException">Settings or rows have faults; the message names them all.</exception>
    TreeModel Train(
        TreeRows train, TreeRows? validation, TreeSettings settings, IProgress<TreeProgress>? progress, CancellationToken cancellationToken);
}

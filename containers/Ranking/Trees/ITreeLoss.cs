namespace Recommender.Ranking.Trees;

/// <summary>What is minimised.</summary>
internal interface ITreeLoss
{
    /// <summary>The margin before the first tree.</summary>
    double BaseMargin { get; }

    /// <summary>First and second derivatives of the loss by each row's margin.</summary>
    void Derive(double[] margins, float[] gradients, float[] hessians, int threads, CancellationToken cancellationToken);

    /// <summary>A figure for early stopping: the lower, the better.</summary>
    double Loss(double[] margins, int threads, CancellationToken cancellationToken);
}

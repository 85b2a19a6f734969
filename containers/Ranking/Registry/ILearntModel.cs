using Recommender.Ranking.Rankers;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Registry;

/// <summary>A trained model. Immutable; may be used by many threads.</summary>
internal interface ILearntModel
{
    /// <summary>The settings it was trained with, by name.</summary>
    IReadOnlyDictionary<string, double> Settings { get; }

    /// <summary>Users whose baskets it learnt from.</summary>
    long Users { get; }

    /// <summary>Rows it learnt from.</summary>
    long Rows { get; }

    /// <summary>What it made of so much or so little data, in sentences: what it left out, that it learnt slowly. Empty where nothing.</summary>
    string Remarks { get; }

    /// <summary>By feature, its share of what all splits gained, most first; the shares add up to 1.</summary>
    IReadOnlyList<(string Feature, double Share)> Importances { get; }

    /// <summary>The model as one file, from which <see cref="IModelLearner.Load"/> makes the same model to the last bit.</summary>
    byte[] ToFile();

    /// <summary>Makes the model ready to rank and score the users of a shop; what it needs of the shop is computed here, once.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ILearntScorer For(ShopHistory shop, int threads, CancellationToken cancellationToken);
}

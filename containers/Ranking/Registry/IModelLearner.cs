using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Registry;

/// <summary>A way to learn rankers: what trains models, reads their files, and says what of it can be tuned.</summary>
internal interface IModelLearner
{
    /// <summary>Name and a number to raise when the same task gives another model, for fingerprints.</summary>
    string Version { get; }

    /// <summary>The settings that can be tuned, with the defaults that training uses where nothing was tuned.</summary>
    TuningSpace Space { get; }

    /// <summary>Trains. The same task gives the same model to the last bit, whatever the threads.</summary>
    /// <returns>The model; null where there is too little to learn from.</returns>
    ILearntModel? Train(LearningTask task, CancellationToken cancellationToken);

    /// <summary>Reads a model's file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="Lake.Errors.EnvironmentException">It is no such file, is damaged, or is of a version that this program does not know.</exception>
    ILearntModel Load(byte[] file, string name);
}

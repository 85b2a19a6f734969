using Recommender.Lake.DuckDb;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Registry;

/// <summary>Makes the champion ready once for all the steps of a run that score with it. A step that comes while another does waits for it.</summary>
/// <param name="learner">Reads models' files.</param>
/// <param name="threads">Threads to use.</param>
internal sealed class ChampionLoader(IModelLearner learner, int threads)
{
    private readonly Lock _gate = new();
    private (ShopHistory Shop, string Id, Champion Champion)? _loaded;

    /// <summary>The champion at work in a shop, or null where no model is champion.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="connection">Sees <c>ml.models</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Lake.Errors.EnvironmentException">The champion's file is damaged, or of a version that this program does not know.</exception>
    public Champion? Load(ShopHistory shop, DuckDbConnection connection, CancellationToken cancellationToken) =>
        ModelReader.Champion(connection, cancellationToken) is { } record ? Load(shop, record, cancellationToken) : null;

    /// <summary>A champion that was read, at work in a shop.</summary>
    /// <inheritdoc cref="Load(ShopHistory, DuckDbConnection, CancellationToken)"/>
    public Champion Load(ShopHistory shop, ModelRecord record, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_loaded is not { } loaded || !ReferenceEquals(loaded.Shop, shop) || loaded.Id != record.Id)
            {
                _loaded = null;
                var scorer = learner.Load(ModelFile.Of(record), $"ml.models: the file of {record.Id}").For(shop, threads, cancellationToken);
                _loaded = (shop, record.Id, new Champion(record.Id, scorer));
            }

            return _loaded.Value.Champion;
        }
    }
}

using System.Runtime.CompilerServices;
using Recommender.Lake.Errors;
using Recommender.Ranking.Features;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Trees;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Registry;

/// <summary>Learns rankers with gradient-boosted trees.</summary>
internal sealed class TreeLearner : IModelLearner
{
    private const int LeastRows = 1_000;

    private readonly ConditionalWeakTable<UserHistories, GatheredKnowledge> _knowledge = [];

    /// <inheritdoc/>
    public string Version { get; } = $"learnt 1 {TextHash.Of([.. FeatureCatalogue.All.Select(feature => $"{feature}"), $"{TreeLearnerSettings.Of(new Dictionary<string, double>(), 1, 1)}"])}";

    /// <inheritdoc/>
    public TuningSpace Space => TreeLearnerSettings.Space;

    /// <inheritdoc/>
    public ILearntModel? Train(LearningTask task, CancellationToken cancellationToken)
    {
        var settings = TreeLearnerSettings.Of(task.Settings, task.Seed, task.Threads);
        // A share of the rows is learnt from as all of them would be.
        settings = settings with { MostRows = Math.Max(LeastRows, (int)(settings.MostRows * task.RowShare)), SlowRows = (int)(settings.SlowRows * task.RowShare) };
        task.Progress("gathering what is known of the shop", -1);
        var knowledge = Knowledge(task.Shop, settings.Knowledge, task.Threads, cancellationToken);
        var fit = new FitBaskets(task.Shop.Histories, task.Baskets, task.IsFit);
        var model = new RankerTrainer(new GradientBoostedTrees(), settings).Train(knowledge, fit, new Reporter(task.Progress), cancellationToken);
        return model is null ? null : new TreeModelFacade(this, model);
    }

    /// <inheritdoc/>
    public ILearntModel Load(byte[] file, string name)
    {
        try
        {
            using var stream = new MemoryStream(file);
            return new TreeModelFacade(this, RankerModel.Load(stream, name));
        }
        catch (CallerException error)
        {
            // Nobody named this file: it lies in the lake.
            throw new EnvironmentException(error.Message, error);
        }
    }

    /// <summary>What is known of a shop, gathered once for as long as its histories are in use.</summary>
    internal ShopKnowledge Knowledge(ShopHistory shop, KnowledgeSettings settings, int threads, CancellationToken cancellationToken) =>
        _knowledge.GetOrCreateValue(shop.Histories).Get(shop, settings, threads, cancellationToken);

    /// <summary>Reports at once and in order, which <see cref="Progress{T}"/> does not.</summary>
    private sealed class Reporter(Action<string, double> progress) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => progress(value.Phase, value.Fraction);
    }

    /// <summary>The knowledge of one shop.</summary>
    private sealed class GatheredKnowledge
    {
        private readonly Lock _gate = new();
        private (KnowledgeSettings Settings, ShopKnowledge Knowledge)? _gathered;

        public ShopKnowledge Get(ShopHistory shop, KnowledgeSettings settings, int threads, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                if (_gathered?.Settings != settings)
                {
                    _gathered = null;
                    _gathered = (settings, ShopKnowledge.Gather(shop, settings, threads, cancellationToken));
                }

                return _gathered.Value.Knowledge;
            }
        }
    }
}

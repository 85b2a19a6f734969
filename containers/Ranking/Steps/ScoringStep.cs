using Recommender.Lake.Building;
using Recommender.Lake.Tables;

namespace Recommender.Ranking.Steps;

/// <summary>A step that scores with the champion of <c>ml.models</c>, where there is one.</summary>
/// <inheritdoc cref="RankingStep"/>
public abstract class ScoringStep(ShopHistoryLoader loader, TableDeclaration table, string version) : RankingStep(loader, table, version)
{
    /// <inheritdoc/>
    public override IReadOnlyList<TableName> Inputs { get; } = [.. ShopHistoryLoader.Inputs, LearningTables.Models.Name];

    /// <inheritdoc/>
    private protected override ShopHistory Load(StepContext context, CancellationToken cancellationToken)
    {
        var shop = base.Load(context, cancellationToken);
        context.Progress.Report(new StepProgress("reading the model", -1, 0));
        return shop with { Champion = Loader.Champions.Load(shop, context.Connection, cancellationToken) };
    }
}

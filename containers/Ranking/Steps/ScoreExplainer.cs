using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;
using Recommender.Ranking.Reasons;
using Recommender.Ranking.Registry;

namespace Recommender.Ranking.Steps;

/// <summary>Takes the champion's scores apart.</summary>
/// <param name="connection">Sees the tables of <see cref="Inputs"/>.</param>
/// <param name="inputs">Their snapshots.</param>
/// <param name="threads">Threads to use.</param>
public sealed class ScoreExplainer(DuckDbConnection connection, StepInputs inputs, int threads)
{
    /// <summary>What is read.</summary>
    public static IReadOnlyList<TableName> Inputs { get; } = [.. ShopHistoryLoader.Inputs, LearningTables.Models.Name];

    /// <summary>What moved the score of a product for a user.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="productId">The product.</param>
    /// <param name="progress">Takes progress.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The model's id and the explanation.</returns>
    /// <exception cref="CallerException">No model is champion, or user or product are not known.</exception>
    /// <exception cref="EnvironmentException">The champion's file is damaged.</exception>
    public (string Model, ScoreExplanation Explanation) Explain(long userId, long productId, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var record = ModelReader.Champion(connection, cancellationToken)
            ?? throw new CallerException("no model is champion, so there is no score to explain: lists come from decayed frequency, whose reasons 'recommender recommend' gives ('recommender models' shows what was trained)");

        var loader = new ShopHistoryLoader(threads);
        var shop = loader.Load(connection, inputs, progress, cancellationToken);
        var user = shop.Histories.Users.IndexOf(userId);
        if (user < 0)
        {
            throw new CallerException($"--user {userId}: there is no such user in clean.orders");
        }

        var item = shop.Histories.Products.IndexOf(productId);
        if (item < 0)
        {
            throw new CallerException($"--product {productId}: there is no such product in clean.products");
        }

        return (record.Id, loader.Champions.Load(shop, record, cancellationToken).Scorer.Explain(user, item));
    }
}

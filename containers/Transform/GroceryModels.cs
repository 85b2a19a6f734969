using Recommender.Lake.Models;
using Recommender.Lake.Tables;
using Recommender.Transform.Models.Clean;
using Recommender.Transform.Models.Curated;
using Recommender.Transform.Models.Ml;
using Recommender.Transform.Models.Published;

namespace Recommender.Transform;

/// <summary>The models that turn raw grocery orders into features, a training set and popularity lists.</summary>
public static class GroceryModels
{
    /// <summary>All of them, each after the models it reads; the rest of what they read is raw.</summary>
    public static IReadOnlyList<SqlModel> All { get; } =
    [
        .. new TableDeclaration[]
        {
            Aisles.Table,
            Departments.Table,
            Products.Table,
            Orders.Table,
            OrderLines.Table,
            UpFeatures.Table,
            UserFeatures2.Table,
            UserFeatures1.Table,
            PrdFeatures.Table,
            TrainingSet.Table,
            ProductStatistics.Table,
            PopularityBySegment.Table,
        }.Select(ModelText.Model),
    ];
}

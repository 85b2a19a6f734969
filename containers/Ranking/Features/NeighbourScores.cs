using Recommender.Ranking.Neighbours;

namespace Recommender.Ranking.Features;

/// <summary>What users like the one in the view buy. One thread's own.</summary>
/// <param name="view">The user.</param>
/// <param name="shop">What is known of the shop.</param>
/// <param name="candidates">How many products that the user never bought are kept.</param>
internal sealed class NeighbourScores(UserView view, ShopKnowledge shop, int candidates)
{
    private readonly NeighbourWorkspace _workspace = new(shop.Shop.Histories, shop.Neighbours);
    private readonly NeighbourItem[] _top = new NeighbourItem[candidates];
    private int _count;

    /// <summary>The best products that the user never bought, best first.</summary>
    public ReadOnlySpan<NeighbourItem> New => _top.AsSpan(0, _count);

    /// <summary>The best score of any product.</summary>
    public float Best => _workspace.BestScore;

    /// <summary>A product's score, 0 to 1; 0 where no neighbour buys it.</summary>
    public float Of(int item) => _workspace.Score(item);

    /// <summary>Finds neighbours of the user in the view, as of the known baskets.</summary>
    public void Load() => _count = shop.Neighbours.Find(view.User, view.Known, _top, _workspace, boughtToo: false);
}

namespace Recommender.Ranking.Trees;

/// <summary>A tree with what is needed to send rows of codes through it.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Bundle">Per inner node, the bundle it looks at.</param>
/// <param name="GoesLeft">Per inner node, by code of the bundle, 1 where rows go left.</param>
internal sealed record GrownTree(Tree Tree, int[] Bundle, byte[][] GoesLeft)
{
    /// <summary>The leaf of a row of codes.</summary>
    public unsafe int Leaf(byte* codes)
    {
        var node = Tree.Leaves > 1 ? 0 : -1;
        while (node >= 0)
        {
            node = GoesLeft[node][codes[Bundle[node]]] != 0 ? Tree.Left[node] : Tree.Right[node];
        }

        return ~node;
    }
}

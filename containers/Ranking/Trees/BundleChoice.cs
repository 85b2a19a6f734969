namespace Recommender.Ranking.Trees;

/// <summary>The bundles that a tree looks at, by the words of a row they are in.</summary>
internal sealed class BundleChoice
{
    /// <param name="layout">All bundles.</param>
    /// <param name="features">The columns that the tree sees.</param>
    public BundleChoice(BundleLayout layout, int[] features)
    {
        All = [.. features.Select(feature => layout.Bundle[feature]).Distinct().Order()];
        Groups = [.. All.GroupBy(bundle => bundle / BundleLayout.Group).Select(group => (group.Key, group.Select(bundle => bundle % BundleLayout.Group).ToArray()))];
    }

    /// <summary>The bundles, ascending.</summary>
    public int[] All { get; }

    /// <summary>Per word of a row that has any: the word, and which of its bytes.</summary>
    public (int Word, int[] Bytes)[] Groups { get; }
}

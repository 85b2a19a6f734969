namespace Recommender.Ranking.Trees;

/// <summary>Writes and reads one tree.</summary>
internal static class TreeCodec
{
    private const int MissingLeft = 1;
    private const int Categorical = 2;

    public static void Write(Tree tree, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(tree.Leaves);
        for (var node = 0; node < tree.Feature.Length; node++)
        {
            var categories = tree.Categories[node];
            writer.Write7BitEncodedInt(tree.Feature[node]);
            writer.Write((byte)((tree.MissingLeft[node] ? MissingLeft : 0) | (categories is null ? 0 : Categorical)));
            if (categories is null)
            {
                writer.Write(tree.Threshold[node]);
            }
            else
            {
                writer.Write7BitEncodedInt(categories.Length);
                Array.ForEach(categories, writer.Write);
            }

            writer.Write7BitEncodedInt64(ZigZag.Encode(tree.Left[node]));
            writer.Write7BitEncodedInt64(ZigZag.Encode(tree.Right[node]));
            writer.Write(tree.Gain[node]);
            writer.Write7BitEncodedInt64(ZigZag.Encode(ValueGrid.ToWhole(tree.NodeValue[node])));
        }

        foreach (var value in tree.LeafValue)
        {
            writer.Write7BitEncodedInt64(ZigZag.Encode(ValueGrid.ToWhole(value)));
        }
    }

    /// <exception cref="FormatException">The bytes are no tree.</exception>
    public static Tree Read(BinaryReader reader, int features)
    {
        var leaves = TreeModelCodec.Count(reader, "leaves", TreeSettings.MostLeaves);
        var nodes = leaves - 1;
        if (nodes < 0)
        {
            throw new FormatException("a tree has no leaf");
        }

        var tree = new Tree
        {
            Feature = new int[nodes], Threshold = new float[nodes], Categories = new float[]?[nodes], MissingLeft = new bool[nodes],
            Left = new int[nodes], Right = new int[nodes], Gain = new float[nodes], NodeValue = new double[nodes], LeafValue = new double[leaves],
        };
        for (var node = 0; node < nodes; node++)
        {
            ReadNode(tree, node, reader, features);
        }

        for (var leaf = 0; leaf < leaves; leaf++)
        {
            tree.LeafValue[leaf] = ReadValue(reader);
        }

        CheckChildren(tree);
        return tree;
    }

    private static void ReadNode(Tree tree, int node, BinaryReader reader, int features)
    {
        tree.Feature[node] = TreeModelCodec.Count(reader, "as a split's feature", features - 1);
        var flags = reader.ReadByte();
        tree.MissingLeft[node] = (flags & MissingLeft) != 0;
        if ((flags & Categorical) == 0)
        {
            tree.Threshold[node] = reader.ReadSingle();
        }
        else
        {
            tree.Threshold[node] = float.NaN;
            var categories = new float[TreeModelCodec.Count(reader, "values in a split", BinEdges.MostBins)];
            for (var i = 0; i < categories.Length; i++)
            {
                categories[i] = reader.ReadSingle();
            }

            tree.Categories[node] = categories;
        }

        tree.Left[node] = checked((int)ZigZag.Decode(reader.Read7BitEncodedInt64()));
        tree.Right[node] = checked((int)ZigZag.Decode(reader.Read7BitEncodedInt64()));
        tree.Gain[node] = reader.ReadSingle();
        tree.NodeValue[node] = ReadValue(reader);
    }

    private static double ReadValue(BinaryReader reader)
    {
        var value = ValueGrid.FromWhole(ZigZag.Decode(reader.Read7BitEncodedInt64()));
        return ValueGrid.Holds(value) ? value : throw new FormatException("a tree's value is out of range");
    }

    /// <summary>Each node but the root is the child of one earlier node, and each leaf of one node: so every path ends.</summary>
    private static void CheckChildren(Tree tree)
    {
        var nodes = new bool[tree.Feature.Length];
        var leaves = new bool[tree.Leaves];
        for (var node = 0; node < nodes.Length; node++)
        {
            foreach (var child in (ReadOnlySpan<int>)[tree.Left[node], tree.Right[node]])
            {
                var seen = child >= 0 ? nodes : leaves;
                var index = child >= 0 ? child : ~child;
                if (index >= seen.Length || (child >= 0 && child <= node) || seen[index])
                {
                    throw new FormatException($"node {node} of a tree has the impossible child {child}");
                }

                seen[index] = true;
            }
        }
    }
}

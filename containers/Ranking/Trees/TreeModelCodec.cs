namespace Recommender.Ranking.Trees;

/// <summary>Writes and reads what is inside a model's file: the columns, the base margin and the trees.</summary>
internal static class TreeModelCodec
{
    public static void Write(TreeModel model, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write7BitEncodedInt(model.Features.Count);
        foreach (var feature in model.Features)
        {
            writer.Write(feature.Name);
            writer.Write(feature.Description);
            writer.Write((byte)feature.Kind);
            writer.Write((sbyte)feature.Monotone);
        }

        writer.Write7BitEncodedInt64(ZigZag.Encode(ValueGrid.ToWhole(model.BaseMargin)));
        writer.Write7BitEncodedInt(model.Trees);
        foreach (var tree in model.TreeList)
        {
            TreeCodec.Write(tree, writer);
        }
    }

    /// <exception cref="FormatException">The bytes are no model.</exception>
    public static TreeModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var features = new FeatureColumn[Count(reader, "features", ushort.MaxValue)];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = new FeatureColumn(reader.ReadString(), reader.ReadString(), (FeatureKind)reader.ReadByte(), reader.ReadSByte());
        }

        var baseMargin = ValueGrid.FromWhole(ZigZag.Decode(reader.Read7BitEncodedInt64()));
        var trees = new Tree[Count(reader, "trees", 1 << 24)];
        for (var i = 0; i < trees.Length; i++)
        {
            trees[i] = TreeCodec.Read(reader, features.Length);
        }

        return stream.Position == stream.Length
            ? new TreeModel(features, baseMargin, trees)
            : throw new FormatException($"{stream.Length - stream.Position} bytes follow the last tree");
    }

    internal static int Count(BinaryReader reader, string what, int most)
    {
        var count = reader.Read7BitEncodedInt();
        return count >= 0 && count <= most ? count : throw new FormatException($"it has {count} {what}");
    }
}

using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

/// <summary>Boxes one value of a type whose parts are in child vectors.</summary>
internal static class NestedValueReader
{
    internal static object? Read(in VectorView vector, TypeInfo type, long row)
    {
        switch (type.Type)
        {
            case DuckDbType.List:
                var entry = vector.Value<NativeListEntry>(row);
                return Elements(duckdb_list_vector_get_child(vector.Vector), type.Parts[0], (long)entry.Offset, (int)entry.Length);
            case DuckDbType.Array:
                return Elements(duckdb_array_vector_get_child(vector.Vector), type.Parts[0], row * type.ArraySize, type.ArraySize);
            case DuckDbType.Map:
                return Pairs(vector, type, row);
            case DuckDbType.Union:
                // A UNION is a STRUCT of a tag and its members.
                var tag = Child(vector, 0).Value<byte>(row);
                return ValueReader.Read(Child(vector, tag + 1), type.Parts[tag], row);
            default:
                return Fields(vector, type, row);
        }
    }

    private static VectorView Child(in VectorView vector, int index) => new(duckdb_struct_vector_get_child(vector.Vector, (ulong)index));

    private static object?[] Elements(nint child, TypeInfo type, long offset, int length)
    {
        var view = new VectorView(child);
        var values = new object?[length];
        for (var i = 0; i < length; i++)
        {
            values[i] = ValueReader.Read(view, type, offset + i);
        }
        return values;
    }

    /// <summary>A MAP is a LIST of STRUCTs of a key and a value. Keys are unique and never NULL.</summary>
    private static Dictionary<object, object?> Pairs(in VectorView vector, TypeInfo type, long row)
    {
        var entry = vector.Value<NativeListEntry>(row);
        var pair = new VectorView(duckdb_list_vector_get_child(vector.Vector));
        var (keys, values) = (Child(pair, 0), Child(pair, 1));
        var pairs = new Dictionary<object, object?>((int)entry.Length);
        for (var i = (long)entry.Offset; i < (long)(entry.Offset + entry.Length); i++)
        {
            pairs.Add(ValueReader.Read(keys, type.Parts[0], i)!, ValueReader.Read(values, type.Parts[1], i));
        }
        return pairs;
    }

    private static Dictionary<string, object?> Fields(in VectorView vector, TypeInfo type, long row)
    {
        var fields = new Dictionary<string, object?>(type.Parts.Length, StringComparer.Ordinal);
        for (var i = 0; i < type.Parts.Length; i++)
        {
            fields[type.Names[i]] = ValueReader.Read(Child(vector, i), type.Parts[i], row);
        }
        return fields;
    }
}

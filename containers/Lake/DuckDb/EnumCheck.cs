namespace Recommender.Lake.DuckDb;

/// <summary>Checks that the numbers written to an ENUM column stand for its values.</summary>
internal static class EnumCheck
{
    internal static void Run(TypeInfo type, in VectorView vector, int column, int rowCount)
    {
        var bound = (uint)type.EnumValues.Length;
        for (var row = 0; row < rowCount; row++)
        {
            var number = type.ValueSize switch
            {
                1 => vector.Value<byte>(row),
                2 => vector.Value<ushort>(row),
                _ => vector.Value<uint>(row),
            };
            if (number >= bound && bound > 0)
            {
                throw new ArgumentOutOfRangeException(null, $"Column {column}, row {row}: {number} is none of the ENUM's {bound} values.");
            }
        }
    }
}

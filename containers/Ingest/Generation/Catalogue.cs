namespace Recommender.Ingest.Generation;

/// <summary>The products and what draws shoppers to them. Arrays are indexed by product id - 1.</summary>
internal sealed class Catalogue
{
    internal const int PartnersPerProduct = 4;

    internal required int[] AisleOf { get; init; }

    internal required string[] Names { get; init; }

    /// <summary>Relative rate of repeat purchases per first purchase.</summary>
    internal required float[] Appeal { get; init; }

    /// <summary>Flat: the products bought together with product p start at p * <see cref="PartnersPerProduct"/>.</summary>
    internal required int[] Partners { get; init; }

    /// <summary>Share of first purchases by department (index = id - 1).</summary>
    internal required double[] DepartmentShare { get; init; }

    internal required AliasTable[] DepartmentDraw { get; init; }

    /// <summary>Product indexes of each department, in the order of its <see cref="DepartmentDraw"/>.</summary>
    internal required int[][] DepartmentProducts { get; init; }

    internal int DrawFrom(int department, ref SplitMix64 random) =>
        DepartmentProducts[department][DepartmentDraw[department].Next(ref random)];
}

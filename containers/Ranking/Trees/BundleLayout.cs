namespace Recommender.Ranking.Trees;

/// <summary>
/// Packs features with few codes into one byte: features a and b with m and n codes share the code a + m × b as long as
/// m × n is at most 256. One histogram step then serves all features of the bundle; the histogram of a feature is the sum over the
/// codes of the others. Nothing is lost. First fit, features with most codes first.
/// </summary>
internal sealed class BundleLayout
{
    /// <summary>Most codes of a bundle, and the length of its part of a histogram.</summary>
    public const int MostCodes = 256;

    /// <summary>How many bundles are summed together: the bytes of one word.</summary>
    public const int Group = 8;

    public BundleLayout(int[] codes)
    {
        Codes = codes;
        Bundle = new int[codes.Length];
        Divisor = new int[codes.Length];
        var sizes = new List<int>();
        foreach (var feature in Enumerable.Range(0, codes.Length).OrderByDescending(feature => codes[feature]))
        {
            var bundle = sizes.FindIndex(size => size * codes[feature] <= MostCodes);
            if (bundle < 0)
            {
                bundle = sizes.Count;
                sizes.Add(1);
            }

            Bundle[feature] = bundle;
            Divisor[feature] = sizes[bundle];
            sizes[bundle] *= codes[feature];
        }

        Sizes = [.. sizes];
    }

    /// <summary>Per feature, its number of codes.</summary>
    public int[] Codes { get; }

    /// <summary>Per feature, its bundle.</summary>
    public int[] Bundle { get; }

    /// <summary>Per feature, what its code is multiplied by within the bundle's.</summary>
    public int[] Divisor { get; }

    /// <summary>Per bundle, its number of codes, at most 256.</summary>
    public int[] Sizes { get; }

    /// <summary>How many bundles there are.</summary>
    public int Bundles => Sizes.Length;

    /// <summary>Bytes of a row: one per bundle, up to a whole number of words.</summary>
    public int Stride => (Bundles + Group - 1) / Group * Group;

    /// <summary>Length of a histogram: <see cref="MostCodes"/> for each bundle, so that its start is known to the compiler.</summary>
    public int HistogramLength => Bundles * MostCodes;

    /// <summary>The feature's code within a bundle's code.</summary>
    public int CodeOf(int feature, int bundleCode) => bundleCode / Divisor[feature] % Codes[feature];
}

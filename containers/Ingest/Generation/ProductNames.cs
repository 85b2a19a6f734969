using System.Globalization;

namespace Recommender.Ingest.Generation;

/// <summary>Invents unique product names from brands, qualities, flavours and the aisle's nouns.</summary>
internal static class ProductNames
{
    private const double PlainUntilShare = 0.6;

    /// <summary>Names the most popular products first, so that they get the shortest names.</summary>
    internal static string[] Invent(int[] aisleOf, double[] weights, ref SplitMix64 random)
    {
        var keys = weights.Select(w => -w).ToArray();
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, order);
        var names = new string[aisleOf.Length];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var perAisle = new int[AisleTable.Aisles.Count];
        foreach (var product in order)
        {
            var aisle = AisleTable.Aisles[aisleOf[product]];
            var words = Vocabulary.Departments[aisle.Department - 1];
            var parts = perAisle[aisleOf[product]]++ < aisle.Nouns.Length * 2 ? 1 : 2;
            string name;
            for (var attempt = 0; !taken.Add(name = Compose(aisle, words, parts + (attempt / 4), ref random)); attempt++)
            {
                // Longer names on each few failures make a free one certain to be found.
            }

            names[product] = name;
        }

        return names;
    }

    private static string Compose(Aisle aisle, Vocabulary words, int parts, ref SplitMix64 random)
    {
        var noun = Pick(aisle.Nouns, ref random);
        var quality = Pick(words.Qualities, ref random);
        var flavour = Pick(words.Flavours, ref random);
        if (parts == 1)
        {
            return random.NextDouble() < PlainUntilShare ? noun : $"{quality} {noun}";
        }

        var brand = Pick(Vocabulary.Brands, ref random);
        var name = random.NextInt(20) switch
        {
            < 7 => $"{brand} {flavour} {noun}",
            < 11 => $"{quality} {flavour} {noun}",
            < 14 => $"{brand} {quality} {noun}",
            < 16 => $"{noun} {flavour}",
            < 17 => $"{brand} {quality} {flavour} {noun}",
            < 19 => $"{noun}, {flavour}",
            _ => $"{flavour} {noun} {Size(words, ref random)}",
        };
        return parts switch
        {
            <= 3 => name,
            <= 5 => $"{name}, {Size(words, ref random)}",
            _ => $"{quality} {name}, {(random.NextInt(parts) + 1).ToString(CultureInfo.InvariantCulture)} {Size(words, ref random)}",
        };
    }

    private static string Size(Vocabulary words, ref SplitMix64 random)
    {
        var number = (random.NextInt(24) + 1).ToString(CultureInfo.InvariantCulture);
        return random.NextInt(12) == 0 && words.SizedInInches ? $"{number}\"" : $"{number} {Pick(words.Units, ref random)}";
    }

    private static string Pick(string[] words, ref SplitMix64 random) => words[random.NextInt(words.Length)];
}

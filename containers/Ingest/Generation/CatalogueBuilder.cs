namespace Recommender.Ingest.Generation;

/// <summary>Builds the catalogue of a seed: aisles as large as the original's, popularity that follows its rank curve.</summary>
internal static class CatalogueBuilder
{
    private const ulong Stream = 1UL << 40;
    private const double ScoreSpread = 1.7;
    private const double AppealSpread = 0.35;
    private const double Sharpening = 1.1;
    private const int FittingRounds = 8;

    internal static Catalogue Build(long seed, int products)
    {
        var random = SplitMix64.ForStream(seed, Stream);
        var aisleOf = AssignAisles(products, ref random);
        var weights = new double[products];
        var appeal = new float[products];
        AssignPopularity(aisleOf, weights, appeal, ref random);

        var members = new List<int>[DepartmentTable.Names.Count];
        for (var d = 0; d < members.Length; d++)
        {
            members[d] = Enumerable.Range(0, products).Where(p => AisleTable.Aisles[aisleOf[p]].Department == d + 1).ToList();
        }

        var draws = members.Select(m => new AliasTable(m.ConvertAll(p => weights[p]))).ToArray();
        var catalogue = new Catalogue
        {
            AisleOf = aisleOf,
            Names = ProductNames.Invent(aisleOf, weights, ref random),
            Appeal = appeal,
            Partners = new int[products * Catalogue.PartnersPerProduct],
            DepartmentShare = members.Select(m => m.Sum(p => weights[p])).ToArray(),
            DepartmentDraw = draws,
            DepartmentProducts = members.Select(m => m.ToArray()).ToArray(),
        };
        AssignPartners(catalogue, ref random);
        return catalogue;
    }

    /// <summary>Every aisle has a product; the rest follow the original's sizes, in random order of ids.</summary>
    private static int[] AssignAisles(int products, ref SplitMix64 random)
    {
        var aisles = AisleTable.Aisles;
        var slots = new List<int>(products);
        double total = aisles.Sum(a => a.Products);
        double due = 0;
        for (var a = 0; a < aisles.Count; a++)
        {
            due += aisles[a].Products / total * (products - aisles.Count);
            var size = (int)Math.Round(due) + a + 1 - slots.Count;
            slots.AddRange(Enumerable.Repeat(a, size));
        }

        var assigned = slots.ToArray();
        for (var i = assigned.Length - 1; i > 0; i--)
        {
            var j = random.NextInt(i + 1);
            (assigned[i], assigned[j]) = (assigned[j], assigned[i]);
        }

        return assigned;
    }

    /// <summary>Ranks products by aisle offset + noise, and moves the offsets until each aisle sells its share of lines.</summary>
    private static void AssignPopularity(int[] aisleOf, double[] weights, float[] appeal, ref SplitMix64 random)
    {
        var aisles = AisleTable.Aisles;
        var noise = new double[aisleOf.Length];
        var taste = new double[aisleOf.Length];
        for (var p = 0; p < noise.Length; p++)
        {
            noise[p] = ScoreSpread * Draw.Normal(ref random);
            taste[p] = Math.Exp(AppealSpread * Draw.Normal(ref random));
        }

        var offsets = aisles.Select(a => Math.Log((double)a.LineShare / a.Products)).ToArray();
        var shareTotal = aisles.Sum(a => (double)a.LineShare);
        for (var round = 0; round < FittingRounds; round++)
        {
            var keys = noise.Select((n, p) => -(n + offsets[aisleOf[p]])).ToArray();
            var byRank = Enumerable.Range(0, keys.Length).ToArray();
            Array.Sort(keys, byRank);
            var sold = new double[aisles.Count];
            for (var rank = 1; rank <= byRank.Length; rank++)
            {
                var p = byRank[rank - 1];
                weights[p] = Math.Pow(PopularityCurve.FirstPurchase(rank), Sharpening);
                appeal[p] = (float)(PopularityCurve.Repeats(rank) * taste[p]);
                sold[aisleOf[p]] += weights[p] * PopularityCurve.Repeats(rank);
            }

            var soldTotal = sold.Sum();
            for (var a = 0; a < offsets.Length; a++)
            {
                offsets[a] += 0.7 * Math.Log(aisles[a].LineShare / shareTotal / (sold[a] / soldTotal));
            }
        }
    }

    /// <summary>Partners come from the product's own department or from one drawn by share, popular ones first.</summary>
    private static void AssignPartners(Catalogue catalogue, ref SplitMix64 random)
    {
        for (var i = 0; i < catalogue.Partners.Length; i++)
        {
            var product = i / Catalogue.PartnersPerProduct;
            var own = AisleTable.Aisles[catalogue.AisleOf[product]].Department - 1;
            var department = i % 2 == 0 ? own : Draw.Weighted(ref random, catalogue.DepartmentShare);
            catalogue.Partners[i] = catalogue.DrawFrom(department, ref random);
        }
    }
}

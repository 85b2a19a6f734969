using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Candidates;

/// <summary>How much of users' next baskets is among their candidates: what no ranking of them can go beyond. Means over users.</summary>
/// <param name="Users">Users measured: those with a next basket.</param>
/// <param name="Candidates">Mean number of candidates.</param>
/// <param name="Union">Share of the next basket among all candidates.</param>
/// <param name="Of">Share of the next basket among the candidates of each source.</param>
/// <param name="NewUsers">Users whose next basket has products that they never bought before.</param>
/// <param name="NewUnion">Share of these products among all candidates.</param>
/// <param name="NewOf">Share of these products among the candidates of each source.</param>
internal sealed record CandidateRecall(
    int Users, double Candidates, double Union, IReadOnlyDictionary<CandidateSource, double> Of,
    int NewUsers, double NewUnion, IReadOnlyDictionary<CandidateSource, double> NewOf)
{
    private static readonly CandidateSource[] Sources = [.. Enum.GetValues<CandidateSource>().Where(source => source != CandidateSource.None)];

    /// <summary>Measures candidates against next baskets.</summary>
    /// <param name="shop">What is known of the shop.</param>
    /// <param name="settings">How many candidates there are.</param>
    /// <param name="truth">The next baskets, each of at least one product.</param>
    /// <param name="threads">Threads to use; the figures do not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static CandidateRecall Measure(ShopKnowledge shop, CandidateSettings settings, TruthBaskets truth, int threads, CancellationToken cancellation)
    {
        var users = new UserRecall[truth.Count];
        ParallelRanges.Run(
            truth.Count, 64, threads, () => new FeatureExtractor(shop, settings),
            (first, end, extractor) =>
            {
                for (var position = first; position < end; position++)
                {
                    users[position] = Measure(shop.Shop.Histories, extractor, truth, position);
                }
            },
            cancellation);
        var withNew = users.Where(user => user.NewTruth > 0).ToList();
        return new CandidateRecall(
            users.Length, Mean(users, user => user.Candidates), Mean(users, user => user.Share(user.Hits)),
            Sources.ToDictionary(source => source, source => Mean(users, user => user.Share(user.HitsOf(source)))),
            withNew.Count, Mean(withNew, user => user.NewShare(user.NewHits)),
            Sources.ToDictionary(source => source, source => Mean(withNew, user => user.NewShare(user.NewHitsOf(source)))));
    }

    private static double Mean(IReadOnlyCollection<UserRecall> users, Func<UserRecall, double> value) =>
        users.Count == 0 ? 0 : users.Average(value);

    private static UserRecall Measure(UserHistories histories, FeatureExtractor extractor, TruthBaskets truth, int position)
    {
        var user = histories.Users.IndexOf(truth.UserId(position));
        var (first, end) = histories.Baskets(user);
        extractor.Load(user, end - first);
        List<(CandidateSource Source, bool IsNew)> products = [];
        foreach (var product in truth.Basket(position))
        {
            var item = histories.Products.IndexOf(product);
            products.Add(item < 0 ? (CandidateSource.None, true) : (extractor.SourcesOf(item), extractor.View.SlotOf(item) < 0));
        }

        return new UserRecall(extractor.Candidates.Length, products);
    }

    /// <summary>One user: of each product of the next basket, where it comes from and whether it is new.</summary>
    private sealed record UserRecall(int Candidates, List<(CandidateSource Source, bool IsNew)> Products)
    {
        public int NewTruth => Products.Count(product => product.IsNew);

        public int Hits => Products.Count(product => product.Source != CandidateSource.None);

        public int NewHits => Products.Count(product => product.IsNew && product.Source != CandidateSource.None);

        public int HitsOf(CandidateSource source) => Products.Count(product => product.Source.HasFlag(source));

        public int NewHitsOf(CandidateSource source) => Products.Count(product => product.IsNew && product.Source.HasFlag(source));

        public double Share(int hits) => (double)hits / Products.Count;

        public double NewShare(int hits) => (double)hits / NewTruth;
    }
}

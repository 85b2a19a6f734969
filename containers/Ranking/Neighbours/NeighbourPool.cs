using System.Runtime.InteropServices;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Neighbours;

/// <summary>
/// The users among whom neighbours are looked for, as two compressed tables: per product who bought it and how much that
/// makes them alike, and per user what it says of which product. What follows from how many bought a product, rarity and the
/// lengths of vectors, is kept per fold, over the users of the other folds (<see cref="StatisticFolds"/>), so that nothing of a
/// user is in it for that user. About 16 bytes a distinct product of a user. Immutable.
/// </summary>
internal sealed class NeighbourPool
{
    private readonly NeighbourSettings _settings;
    private readonly int[] _members;
    private readonly int[] _buyerStarts;
    private readonly int[] _buyers;
    private readonly int[] _shareStarts;
    private readonly NeighbourItem[] _shares;
    private readonly float[][] _rarity;
    private readonly float[] _matches;
    private readonly float[][] _scales;

    private NeighbourPool(NeighbourSettings settings, int[] members, int[] buyerStarts, int[] shareStarts, NeighbourItem[] shares, float[][] rarity, int matches)
    {
        (_settings, _members, _buyerStarts, _shareStarts, _shares, _rarity) = (settings, members, buyerStarts, shareStarts, shares, rarity);
        (_buyers, _matches) = (new int[matches], new float[matches]);
        _scales = [.. rarity.Select(_ => new float[members.Length])];
    }

    /// <summary>Number of users in the pool.</summary>
    public int Count => _members.Length;

    /// <summary>The users' indexes in the histories, ascending: place in the pool → user.</summary>
    public ReadOnlySpan<int> Members => _members;

    /// <summary>The places of those who bought a product, ascending.</summary>
    public ReadOnlySpan<int> Buyers(int item) => _buyers.AsSpan(_buyerStarts[item], _buyerStarts[item + 1] - _buyerStarts[item]);

    /// <summary>For each of <see cref="Buyers"/>, the share of that user's baskets with the product, to the power γ.</summary>
    public ReadOnlySpan<float> Matches(int item) => _matches.AsSpan(_buyerStarts[item], _buyerStarts[item + 1] - _buyerStarts[item]);

    /// <summary>For each place, what to multiply a product of vectors with: 1 over the length of that user's vector to the 2(1 − α), as users of a fold see it.</summary>
    public ReadOnlySpan<float> Scales(int fold) => _scales[fold];

    /// <summary>The products of the user at a place and the decayed shares of the user's baskets that hold them; none too small, and all above 0.</summary>
    public ReadOnlySpan<NeighbourItem> Shares(int place) => _shares.AsSpan(_shareStarts[place], _shareStarts[place + 1] - _shareStarts[place]);

    /// <summary>
    /// What <see cref="Matches"/> of a product are multiplied with, for a user of a fold who has the product in such a share of his
    /// baskets: share^γ × rarity², where rarity is ln(1 + users / (1 + those who bought it))^β and is in both users' vectors.
    /// </summary>
    public float Weight(int fold, int item, double share) => (float)(Match(share) * _rarity[fold][item] * _rarity[fold][item]);

    /// <summary>A pool of these users.</summary>
    /// <param name="histories">What they bought.</param>
    /// <param name="members">The users, ascending, each with at least one basket.</param>
    /// <param name="next">Known next baskets by user, which then are the users' newest.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellationToken">Stops the work between users.</param>
    public static NeighbourPool Build(
        UserHistories histories, int[] members, IReadOnlyDictionary<int, int[]> next, NeighbourSettings settings, CancellationToken cancellationToken)
    {
        var vector = new UserVector(histories.Products.Count);
        var counts = new BuyerCounts(histories.Products.Count);
        var shareStarts = new int[members.Length + 1];
        var shares = new List<NeighbourItem>();
        var matches = new List<Purchased>();
        for (var place = 0; place < members.Length; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (first, end) = histories.Baskets(members[place]);
            vector.Collect(histories, first, end, next.GetValueOrDefault(members[place], []), settings);
            counts.Add(StatisticFolds.Of(histories.Users.Id(members[place])), vector.Items);
            foreach (var item in vector.Items)
            {
                matches.Add(new Purchased(place, item, vector[item].Match));
                var share = (float)vector[item].Profile;
                if (share > 0 && share >= settings.MinimumShare)
                {
                    shares.Add(new NeighbourItem(item, share));
                }
            }

            shareStarts[place + 1] = shares.Count;
        }

        var rarity = Enumerable.Range(0, StatisticFolds.Count).Select(fold => counts.Rarity(fold, settings.RarityPower)).ToArray();
        var pool = new NeighbourPool(settings, members, counts.Starts(), shareStarts, [.. shares], rarity, matches.Count);
        pool.FillBuyers(matches);
        for (var fold = 0; fold < StatisticFolds.Count; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pool.FillScales(fold, CollectionsMarshal.AsSpan(matches));
        }

        return pool;
    }

    private double Match(double share) => Math.Pow(share, _settings.MatchPower);

    private void FillBuyers(List<Purchased> all)
    {
        var next = _buyerStarts.AsSpan().ToArray();
        foreach (var (place, item, share) in all)
        {
            var slot = next[item]++;
            (_buyers[slot], _matches[slot]) = (place, (float)Match(share));
        }
    }

    private void FillScales(int fold, ReadOnlySpan<Purchased> all)
    {
        for (int first = 0, end; first < all.Length; first = end)
        {
            var squares = 0.0;
            for (end = first; end < all.Length && all[end].Place == all[first].Place; end++)
            {
                var weight = Match(all[end].Share) * _rarity[fold][all[end].Item];
                squares += weight * weight;
            }

            // Where nobody of the other folds is in the pool, nothing is rare, and nobody alike.
            _scales[fold][all[first].Place] = squares > 0 ? (float)(1 / Math.Pow(squares, 1 - _settings.Alpha)) : 1;
        }
    }

    private readonly record struct Purchased(int Place, int Item, double Share);
}

using System.Numerics;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Neighbours;

/// <summary>
/// What users like a given one buy. Users are alike as their vectors' asymmetric cosine says (Aiolli, RecSys 2013), whose
/// weights are decayed shares of baskets (as in TIFU-KNN, Hu et al., SIGIR 2020) times rarity; the k most alike speak, each
/// with its own decayed shares (as in UP-CF@r, Faggioli, Polato, Aiolli, UMAP 2020). A user is never his own neighbour.
/// Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Neighbours speak with their whole histories, so that rows about a user's earlier baskets and rows about the next one see
/// the same pool. Of the user himself only the known baskets enter: he is no neighbour of his own, and how rare products
/// are is counted over the users of other folds.
/// </remarks>
internal sealed class NeighbourItems
{
    // Lines that are asked for ahead: of long runs the first ones, after which the processor goes on by itself.
    private const int FewLines = 4;
    private const int ManyLines = 8;

    private readonly UserHistories _histories;
    private readonly NeighbourPool _pool;

    private NeighbourItems(UserHistories histories, NeighbourPool pool, NeighbourSettings settings) =>
        (_histories, _pool, Settings) = (histories, pool, settings);

    /// <summary>The settings.</summary>
    public NeighbourSettings Settings { get; }

    /// <summary>Users among whom neighbours are looked for.</summary>
    public int PoolSize => _pool.Count;

    /// <summary>Neighbours for users of these histories.</summary>
    /// <param name="histories">What everyone bought.</param>
    /// <param name="settings">Settings; null for the defaults.</param>
    /// <param name="next">Known next baskets of fit users (product indexes by user index), which become those users' newest; null for none.</param>
    /// <param name="cancellationToken">Stops the work between users.</param>
    /// <exception cref="ArgumentException">The settings have faults.</exception>
    public static NeighbourItems Build(
        UserHistories histories, NeighbourSettings? settings = null, IReadOnlyDictionary<int, int[]>? next = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(histories);
        settings ??= new NeighbourSettings();
        settings.Validate();
        var members = Sample(histories, settings);
        return new NeighbourItems(
            histories, NeighbourPool.Build(histories, members, next ?? new Dictionary<int, int[]>(), settings, cancellationToken), settings);
    }

    /// <summary>
    /// Scores what the user's neighbours buy; <see cref="NeighbourWorkspace.Score"/> then gives the score of any product, until the
    /// next call. Allocates nothing once the workspace has grown to its size.
    /// </summary>
    /// <param name="user">Index of the user; an unknown one, or one without known baskets, has no neighbours.</param>
    /// <param name="knownBaskets">How many of the user's baskets are known, the oldest first; at most all.</param>
    /// <param name="top">Receives the best products, best first; ties go to the lower index.</param>
    /// <param name="workspace">The calling thread's scratch memory.</param>
    /// <param name="boughtToo">Whether products of the user's known baskets may be among them; their scores are there in any case.</param>
    /// <returns>How many were written.</returns>
    public int Find(int user, int knownBaskets, Span<NeighbourItem> top, NeighbourWorkspace workspace, bool boughtToo = true)
    {
        workspace.Sums.Clear();
        var (first, end) = _histories.Baskets(user);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(knownBaskets, end - first);
        workspace.Vector.Collect(_histories, first, first + knownBaskets, [], Settings);
        FindNearest(user, workspace);
        Speak(workspace);
        var count = workspace.Sums.Best(top, boughtToo ? null : workspace.Vector, out var best);
        workspace.BestScore = best;
        return count;
    }

    private static int[] Sample(UserHistories histories, NeighbourSettings settings)
    {
        var shoppers = Enumerable.Range(0, histories.Users.Count)
            .Where(user => histories.Baskets(user) is var (first, end) && end > first)
            .ToArray();
        if (shoppers.Length <= settings.PoolLimit)
        {
            return shoppers;
        }

        // The users with the lowest hashes: who is in does not depend on the order or on the thread.
        var order = Array.ConvertAll(shoppers, user => Mix((ulong)histories.Users.Id(user) ^ Mix(settings.Seed)));
        Array.Sort(order, shoppers);
        var sample = shoppers[..settings.PoolLimit];
        Array.Sort(sample);
        return sample;
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), a bijection.</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private void FindNearest(int user, NeighbourWorkspace workspace)
    {
        var similarities = workspace.Similarities;
        Array.Clear(similarities);
        var fold = user == UserHistories.UnknownUser ? 0 : StatisticFolds.Of(_histories.Users.Id(user));
        var items = workspace.Vector.Items;
        for (var place = 0; place < items.Length; place++)
        {
            if (place + 1 < items.Length)
            {
                Prefetch.Start(_pool.Buyers(items[place + 1]), FewLines);
                Prefetch.Start(_pool.Matches(items[place + 1]), FewLines);
            }

            var item = items[place];
            var weight = _pool.Weight(fold, item, workspace.Vector[item].Match);
            var buyers = _pool.Buyers(item);
            var matches = _pool.Matches(item)[..buyers.Length];
            for (var i = 0; i < buyers.Length; i++)
            {
                similarities[buyers[i]] += weight * matches[i];
            }
        }

        Scale(similarities, _pool.Scales(fold));
        var self = _pool.Members.BinarySearch(user);
        if (self >= 0)
        {
            similarities[self] = 0;
        }

        workspace.Nearest.Find(similarities);
    }

    private static void Scale(Span<float> similarities, ReadOnlySpan<float> scales)
    {
        var place = 0;
        for (; place + Vector<float>.Count <= similarities.Length; place += Vector<float>.Count)
        {
            (new Vector<float>(similarities[place..]) * new Vector<float>(scales[place..])).CopyTo(similarities[place..]);
        }

        for (; place < similarities.Length; place++)
        {
            similarities[place] *= scales[place];
        }
    }

    private void Speak(NeighbourWorkspace workspace)
    {
        var nearest = workspace.Nearest;
        var (best, total) = (0f, 0.0);
        for (var position = 0; position < nearest.Count; position++)
        {
            best = MathF.Max(best, nearest.Similarity(position));
        }

        for (var position = 0; position < nearest.Count; position++)
        {
            total += Voice(nearest.Similarity(position), best);
        }

        for (var position = 0; position < nearest.Count; position++)
        {
            if (position + 1 < nearest.Count)
            {
                Prefetch.Start(_pool.Shares(nearest.Place(position + 1)), ManyLines);
            }

            var voice = (float)(Voice(nearest.Similarity(position), best) / total);
            workspace.Sums.Add(_pool.Shares(nearest.Place(position)), voice);
        }
    }

    // Of the best similarity, so that a great power leaves at least that one above 0.
    private double Voice(float similarity, float best) =>
        Settings.Locality == 1 ? similarity : Math.Pow((double)similarity / best, Settings.Locality);
}

using System.Text;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Reasons;

/// <summary>
/// Puts the reasons of recommendations into English words. A reason has few different forms, so that each is written once
/// and then handed out again; thread-safe.
/// </summary>
internal sealed class ReasonWriter
{
    // Orders up to this have their words kept: 129 × 129 references at most.
    private const int MostKeptOrders = 128;
    private const int MostKeptGaps = 64;

    private readonly Phrase _popular = new("popular with all shoppers");
    private readonly Phrase _similar = new("often bought together with your recent purchases");
    private readonly Phrase _neighbours = new("bought by shoppers like you");
    private readonly Phrase _trending = new("trending");
    private readonly Phrase[] _popularInSegment;
    private readonly Phrase[] _recent = new Phrase[ItemReason.RecentOrders + 1];
    private readonly Phrase?[] _due = new Phrase?[(MostKeptGaps + 1) * (MostKeptGaps + 1)];
    private readonly Phrase?[] _bought = new Phrase?[(MostKeptOrders + 1) * (MostKeptOrders + 1)];

    /// <summary>A writer that knows the segments' names by segment index, as <see cref="ProductSegments.Names"/> has them.</summary>
    public ReasonWriter(IReadOnlyList<string>? segmentNames = null)
    {
        _popularInSegment = [.. (segmentNames ?? []).Select(name => new Phrase($"popular in {name}"))];
        for (var count = 0; count < _recent.Length; count++)
        {
            _recent[count] = new Phrase($"bought in {count} of the last {ItemReason.RecentOrders} orders");
        }
    }

    /// <summary>
    /// The reason in words: "bought in 9 of the last 10 orders" (more than 10 orders, any of the last 10 with the product),
    /// "bought in 3 of 5 orders", "usually bought every 2 orders, last 2 orders ago", "often bought together with your recent
    /// purchases", "bought by shoppers like you", "trending", "popular in produce" or "popular with all shoppers".
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The reason names a segment that the writer has no name for.</exception>
    public string Text(in ItemReason reason) => Find(reason).Text;

    /// <summary>As <see cref="Text"/>, in UTF-8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The reason names a segment that the writer has no name for.</exception>
    public ReadOnlySpan<byte> Utf8(in ItemReason reason) => Find(reason).Utf8;

    private static Phrase BoughtIn(int count, int orders) =>
        new(FormattableString.Invariant($"bought in {count} of {orders} {(orders == 1 ? "order" : "orders")}"));

    private Phrase Find(in ItemReason reason) => reason.Kind switch
    {
        ReasonKind.Bought => FindBought(reason),
        ReasonKind.Due => FindDue(reason),
        ReasonKind.Similar => _similar,
        ReasonKind.Neighbours => _neighbours,
        ReasonKind.Trending => _trending,
        ReasonKind.PopularInSegment when (uint)reason.Segment < (uint)_popularInSegment.Length => _popularInSegment[reason.Segment],
        ReasonKind.PopularInSegment => throw new ArgumentOutOfRangeException(
            nameof(reason), reason.Segment, $"There are names for segments 0 … {_popularInSegment.Length - 1} only."),
        _ => _popular,
    };

    private static Phrase DueAfter(int gap, int since) => new(FormattableString.Invariant(
        $"usually bought every {(gap == 1 ? "order" : $"{gap} orders")}, last {(since == 1 ? "in the last order" : $"{since} orders ago")}"));

    private Phrase FindDue(in ItemReason reason) => Math.Max(reason.Gap, reason.Since) > MostKeptGaps
        ? DueAfter(reason.Gap, reason.Since)
        : _due[(reason.Gap * (MostKeptGaps + 1)) + reason.Since] ??= DueAfter(reason.Gap, reason.Since);

    private Phrase FindBought(in ItemReason reason)
    {
        if (reason.Orders > ItemReason.RecentOrders && reason.BoughtRecently > 0)
        {
            return _recent[reason.BoughtRecently];
        }

        if (reason.Orders > MostKeptOrders)
        {
            return BoughtIn(reason.Bought, reason.Orders);
        }

        // Two threads may write the same phrase at once; either will do.
        return _bought[(reason.Orders * (MostKeptOrders + 1)) + reason.Bought] ??= BoughtIn(reason.Bought, reason.Orders);
    }

    private sealed class Phrase(string text)
    {
        public string Text { get; } = text;

        public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);
    }
}

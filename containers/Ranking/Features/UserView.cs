using Recommender.Ranking.Histories;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Features;

/// <summary>
/// One user as of a number of known baskets: what features may see. Baskets after that number, the one to predict among them,
/// are not read; of the order to predict only its time is (<see cref="Target"/>). One thread's scratch memory, loaded again for
/// each user; allocates nothing once it has grown.
/// </summary>
internal sealed class UserView
{
    private readonly ShopHistory _shop;
    private readonly int[] _slotOf;
    private int[] _items = new int[64];
    private int[] _starts = new int[65];
    private int[] _next = new int[64];
    private int[] _occurrences = new int[256];
    private float[] _places = new float[256];
    private readonly float[] _days;

    /// <summary>A view over a shop's users: 4 bytes a product.</summary>
    public UserView(ShopHistory shop)
    {
        _shop = shop;
        _slotOf = new int[shop.Histories.Products.Count];
        _days = new float[shop.Histories.MostBaskets + 1];
        Aisles = new SegmentTally(shop.Aisles);
        Departments = new SegmentTally(shop.Departments);
    }

    /// <summary>The user, by index.</summary>
    public int User { get; private set; } = UserHistories.UnknownUser;

    /// <summary>The user's fold of <see cref="StatisticFolds"/>; 0 for an unknown user.</summary>
    public int Fold { get; private set; }

    /// <summary>Number of known baskets: n. Baskets are told by their place, 0 (oldest) … n − 1.</summary>
    public int Known { get; private set; }

    /// <summary>When the order to predict is placed.</summary>
    public OrderTime Target { get; private set; }

    /// <summary>The different products bought, in order of first purchase; a product's place here is its slot.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, ItemCount);

    /// <summary>Number of <see cref="Items"/>.</summary>
    public int ItemCount { get; private set; }

    /// <summary>Purchases: a product counts once per basket that it is in.</summary>
    public int Purchases => _starts[ItemCount];

    /// <summary>Day of each known basket, counted from the first; all NaN where any is unknown.</summary>
    public ReadOnlySpan<float> Days => _days.AsSpan(0, Known);

    /// <summary>Day of the order to predict; NaN where unknown.</summary>
    public float TargetDay { get; private set; }

    /// <summary>What was bought in each aisle.</summary>
    public SegmentTally Aisles { get; }

    /// <summary>What was bought in each department.</summary>
    public SegmentTally Departments { get; }

    /// <summary>The product's slot, or −1 where the user never bought it.</summary>
    public int SlotOf(int item) => _slotOf[item] - 1;

    /// <summary>The baskets that have the product of a slot, ascending.</summary>
    public ReadOnlySpan<int> BasketsWith(int slot) => _occurrences.AsSpan(_starts[slot], _starts[slot + 1] - _starts[slot]);

    /// <summary>The product's place in each of these baskets: above 0 (first) to 1 (last).</summary>
    public ReadOnlySpan<float> PlacesOf(int slot) => _places.AsSpan(_starts[slot], _starts[slot + 1] - _starts[slot]);

    /// <summary>The products of a known basket, in cart order.</summary>
    public ReadOnlySpan<int> Basket(int place) => _shop.Histories.Basket(FirstBasket + CheckedPlace(place));

    /// <summary>When a known basket was bought.</summary>
    public OrderTime Time(int place) => _shop.Times is { } times ? times.Basket(FirstBasket + CheckedPlace(place)) : OrderTime.Unknown;

    /// <summary>
    /// Whether what other users bought next (<see cref="ItemStatistic.NextOrders"/>) is of the time of the order to predict: it is
    /// for the order after all known ones, and not for an earlier one.
    /// </summary>
    public bool IsLatest { get; private set; }

    private int FirstBasket { get; set; }

    /// <summary>Loads a user.</summary>
    /// <param name="user">Index of the user, or <see cref="UserHistories.UnknownUser"/>.</param>
    /// <param name="known">How many of the user's baskets are known; the rest is as if it had not happened.</param>
    /// <param name="hideTarget">Whether the time of the order to predict is not to be known.</param>
    public void Load(int user, int known, bool hideTarget = false)
    {
        foreach (var item in Items)
        {
            _slotOf[item] = 0;
        }

        var histories = _shop.Histories;
        var (first, end) = histories.Baskets(user);
        (User, FirstBasket, Known, ItemCount) = (user, first, Math.Min(known, end - first), 0);
        Fold = user == UserHistories.UnknownUser ? 0 : StatisticFolds.Of(histories.Users.Id(user));
        IsLatest = first + Known == end;
        CountItems();
        PlaceItems();
        LoadTimes(user, first + Known < end ? first + Known : -1, hideTarget);
        Aisles.Load(this);
        Departments.Load(this);
    }

    private void CountItems()
    {
        var counts = _next;
        for (var place = 0; place < Known; place++)
        {
            foreach (var item in Basket(place))
            {
                ref var slot = ref _slotOf[item];
                if (slot == 0)
                {
                    if (ItemCount == _items.Length)
                    {
                        Array.Resize(ref _items, ItemCount * 2);
                        Array.Resize(ref _starts, (ItemCount * 2) + 1);
                        Array.Resize(ref _next, ItemCount * 2);
                        counts = _next;
                    }

                    counts[ItemCount] = 0;
                    _items[ItemCount++] = item;
                    slot = ItemCount;
                }

                counts[slot - 1]++;
            }
        }

        _starts[0] = 0;
        for (var slot = 0; slot < ItemCount; slot++)
        {
            _starts[slot + 1] = _starts[slot] + counts[slot];
            counts[slot] = _starts[slot];
        }
    }

    private void PlaceItems()
    {
        if (_occurrences.Length < Purchases)
        {
            _occurrences = new int[Math.Max(Purchases, _occurrences.Length * 2)];
            _places = new float[_occurrences.Length];
        }

        for (var place = 0; place < Known; place++)
        {
            var basket = Basket(place);
            for (var cart = 0; cart < basket.Length; cart++)
            {
                var at = _next[_slotOf[basket[cart]] - 1]++;
                (_occurrences[at], _places[at]) = (place, (cart + 1f) / basket.Length);
            }
        }
    }

    private void LoadTimes(int user, int targetBasket, bool hideTarget)
    {
        Target = OrderTime.Unknown;
        if (_shop.Times is { } times && user != UserHistories.UnknownUser && !hideTarget)
        {
            Target = targetBasket >= 0 ? times.Basket(targetBasket) : times.Next(user);
        }

        var day = 0f;
        for (var place = 0; place < Known; place++)
        {
            day += place == 0 ? (_shop.Times is null ? float.NaN : 0) : Time(place).DaysSincePrior;
            _days[place] = day;
        }

        if (float.IsNaN(day))
        {
            _days.AsSpan(0, Known).Fill(float.NaN);
        }

        TargetDay = Known == 0 ? float.NaN : day + Target.DaysSincePrior;
    }

    private int CheckedPlace(int place) =>
        (uint)place < (uint)Known ? place : throw new ArgumentOutOfRangeException(nameof(place), place, $"Of user {User} only {Known} baskets are known.");
}

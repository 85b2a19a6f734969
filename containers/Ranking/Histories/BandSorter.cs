namespace Recommender.Ranking.Histories;

/// <summary>One thread's buffers for sorting bands.</summary>
internal sealed class BandSorter(int[] finalProduct)
{
    private readonly int[] _seenInBasket = new int[finalProduct.Length];
    private ulong[] _keys = [];
    private int[] _products = [];
    private int _basketStamp;

    public void Reserve(int lines)
    {
        if (_keys.Length < lines)
        {
            _keys = GC.AllocateUninitializedArray<ulong>(lines);
            _products = GC.AllocateUninitializedArray<int>(lines);
        }
    }

    public void Put(int position, in UserBand.Line line)
    {
        _keys[position] = line.Key;
        _products[position] = finalProduct[line.Product];
    }

    public SortedBand Finish(int[] starts, int lines)
    {
        var band = new SortedBand(
            new int[UserBand.Users], new int[UserBand.Users], [], [], GC.AllocateUninitializedArray<int>(lines));
        var written = 0;
        for (var user = 0; user < UserBand.Users; user++)
        {
            var (start, end) = (starts[user], starts[user + 1]);
            if (start < end)
            {
                SortLines(_keys.AsSpan(start, end - start), _products.AsSpan(start, end - start));
                var before = written;
                band.BasketsOfUser[user] = Emit(start, end, band, ref written);
                band.ItemsOfUser[user] = written - before;
            }
        }

        return band;
    }

    private static void SortLines(Span<ulong> keys, Span<int> products)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] < keys[i - 1])
            {
                keys.Sort(products);
                break;
            }
        }

        // Equal keys (an order with no or repeated cart positions) come by product.
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                products[start..end].Sort();
            }

            start = end;
        }
    }

    private int Emit(int start, int end, SortedBand band, ref int written)
    {
        var baskets = 0;
        for (var i = start; i < end;)
        {
            var order = _keys[i] >> UserBand.CartBits;
            var first = written;
            _basketStamp++;
            for (; i < end && _keys[i] >> UserBand.CartBits == order; i++)
            {
                ref var seen = ref _seenInBasket[_products[i]];
                if (seen != _basketStamp)
                {
                    seen = _basketStamp;
                    band.Items[written++] = _products[i];
                }
            }

            band.BasketLengths.Add(written - first);
            band.OrderNumbers.Add((int)(uint)order ^ int.MinValue);
            baskets++;
        }

        return baskets;
    }
}

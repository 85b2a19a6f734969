namespace Recommender.Ranking.Histories;

/// <summary>One thread's buffers for sorting bands.</summary>
internal sealed class BandSorter(int[] finalProduct)
{
    private readonly int[] seenInBasket = new int[finalProduct.Length];
    private ulong[] keys = [];
    private int[] products = [];
    private int basketStamp;

    public void Reserve(int lines)
    {
        if (keys.Length < lines)
        {
            keys = GC.AllocateUninitializedArray<ulong>(lines);
            products = GC.AllocateUninitializedArray<int>(lines);
        }
    }

    public void Put(int position, in UserBand.Line line)
    {
        keys[position] = line.Key;
        products[position] = finalProduct[line.Product];
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
                SortLines(keys.AsSpan(start, end - start), products.AsSpan(start, end - start));
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
            var order = keys[i] >> UserBand.CartBits;
            var first = written;
            basketStamp++;
            for (; i < end && keys[i] >> UserBand.CartBits == order; i++)
            {
                ref var seen = ref seenInBasket[products[i]];
                if (seen != basketStamp)
                {
                    seen = basketStamp;
                    band.Items[written++] = products[i];
                }
            }

            band.BasketLengths.Add(written - first);
            band.OrderNumbers.Add((int)(uint)order ^ int.MinValue);
            baskets++;
        }

        return baskets;
    }
}

namespace Recommender.Ranking.Features;

/// <summary>Where a pair stands: how long ago, in orders, the product was last bought, and how often it was.</summary>
internal static class RebuyCell
{
    /// <summary>How many cells there are: 7 spans of orders × 4 numbers of purchases.</summary>
    public const int Count = Spans * 4;

    private const int Spans = 7;

    /// <summary>The first order of each span: 1, 2, 3, 4 to 5, 6 to 8, 9 to 14, and 15 or more orders ago.</summary>
    private static ReadOnlySpan<int> Starts => [1, 2, 3, 4, 6, 9, 15];

    /// <summary>The cell of a product last bought so many orders ago (from 1) and bought so many times (from 1).</summary>
    public static int Of(int since, int bought)
    {
        var span = Spans - 1;
        while (Starts[span] > since)
        {
            span--;
        }

        return (span * 4) + (bought <= 2 ? bought - 1 : bought <= 4 ? 2 : 3);
    }

    /// <summary>The first number of orders, above the given one, of another span; int.MaxValue where there is none.</summary>
    public static int NextSpan(int since)
    {
        foreach (var start in Starts)
        {
            if (start > since)
            {
                return start;
            }
        }

        return int.MaxValue;
    }
}

namespace Recommender.Ingest.Generation;

/// <summary>What to generate. Defaults give the size of the original Instacart Market Basket files.</summary>
public sealed class GeneratorOptions
{
    /// <summary>The number of users of the original files: 206,209.</summary>
    public const int OriginalUsers = 206_209;

    /// <summary>The number of products of the original files: 49,688.</summary>
    public const int OriginalProducts = 49_688;

    /// <summary>Shoppers to write, 1..5,000,000; 206,209 by default (about 3.4 million orders, 33 million lines).</summary>
    public int Users { get; init; } = OriginalUsers;

    /// <summary>Products in the catalogue, 1,000..1,000,000; 49,688 by default, however few the users are.</summary>
    public int Products { get; init; } = OriginalProducts;

    /// <summary>Same seed and options, same bytes; 42 by default.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Threads that simulate users, 0..256, where 0 (the default) is one per processor. Does not change the output.</summary>
    public int Threads { get; init; }

    /// <summary>Whether files that exist in the output directory are replaced; false by default.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Every fault of these options, one sentence each; empty where there is none.</summary>
    public IReadOnlyList<string> Validate()
    {
        var faults = new List<string>();
        Check(nameof(Users), Users, 1, 5_000_000);
        Check(nameof(Products), Products, 1_000, 1_000_000);
        Check(nameof(Threads), Threads, 0, 256);
        return faults;

        void Check(string name, int value, int low, int high)
        {
            if (value < low || value > high)
            {
                faults.Add(FormattableString.Invariant($"{name} is {value}; it must be {low:N0} to {high:N0}."));
            }
        }
    }
}

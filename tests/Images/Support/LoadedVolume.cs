namespace Recommender.Images.Tests.Support;

/// <summary>A volume with a generated delivery, big enough that a run over it takes some seconds, and a lake that one undisturbed run made of it.</summary>
public sealed class LoadedVolume(BuiltImages images) : IAsyncLifetime
{
    /// <summary>The delivery's folder.</summary>
    public const string Delivery = "/work/delivery";

    /// <summary>The undisturbed lake.</summary>
    public const string Undisturbed = "/work/undisturbed";

    private const string Contents =
        """
        select 'clean.orders', count(*), bit_xor(hash(order_id, user_id, order_number)) from clean.orders
        union all select 'ml.training_set', count(*), bit_xor(hash(t)) from ml.training_set t
        union all select 'ml.evaluation', count(*), bit_xor(hash(t)) from ml.evaluation t
        union all select 'published.similar_products', count(*), bit_xor(hash(t)) from published.similar_products t
        union all select 'published.recommendations', count(*), bit_xor(hash(t)) from published.recommendations t
        """;

    /// <summary>The volume.</summary>
    internal WorkVolume Work { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Work = await WorkVolume.CreateAsync(images, "loaded");
        (await Work.RunAsync("generate", "--users", "8000", "--out", Delivery)).Fine();
        // So few last baskets are known then that no model is trained: the runs here are about being cut short, not about learning.
        (await Work.RunAsync(["--entrypoint", "sed"], ["-i", "1001,$d", $"{Delivery}/order_products__train.csv"])).Fine();
        (await Work.RunAsync("run", "--source", Delivery, "--lake", Undisturbed)).Fine();
    }

    /// <summary>What the tables of a lake hold, to compare.</summary>
    /// <param name="lake">Its folder.</param>
    public async Task<string> ContentsAsync(string lake) => (await Work.RunAsync("query", Contents, "--format", "csv", "--lake", lake)).Fine().Out;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Work.DisposeAsync();
}

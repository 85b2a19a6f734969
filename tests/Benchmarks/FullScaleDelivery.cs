using Recommender.Ingest.Generation;

namespace Recommender.Benchmarks;

/// <summary>The generated delivery that the benchmarks read, made once.</summary>
internal static class FullScaleDelivery
{
    /// <summary>The delivery's folder; generated there when it is not there yet.</summary>
    /// <param name="folder">Under this folder.</param>
    /// <param name="users">So many users.</param>
    public static string Ensure(string folder, int users)
    {
        var delivery = Path.Combine(folder, $"delivery-{users}");
        if (!File.Exists(Path.Combine(delivery, "order_products__train.csv")))
        {
            Console.Error.WriteLine($"generating {users} users into {delivery}…");
            GroceryGenerator.Generate(new GeneratorOptions { Users = users, Overwrite = true }, delivery, null, CancellationToken.None);
        }

        return delivery;
    }
}

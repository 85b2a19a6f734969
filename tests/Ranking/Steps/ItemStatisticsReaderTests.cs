using Recommender.Lake.DuckDb;
using Recommender.Lake.Models;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Tests.Support;
using Recommender.Transform;

namespace Recommender.Ranking.Tests.Steps;

public class ItemStatisticsReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_SQL_counts_of_order_lines_is_what_histories_and_fit_users_next_baskets_say(int seed)
    {
        var shop = Shop.Random(seed, users: 80);
        // Its order numbers are even ones; those of a clean table follow one another.
        var shopLines = shop.Lines.Select(line => line with { Order = line.Order / 2 }).ToList();
        shop.Lines.Clear();
        shop.Lines.AddRange(shopLines);
        var histories = shop.Build();
        var random = new Random(seed);
        // The next baskets of all users, of some with a product that nobody bought before.
        var nextLines = shop.Users().SelectMany(_ => shop.Products().Append(77).Where(_ => random.NextDouble() < 0.2), (user, product) => (User: user, Product: product)).ToList();
        var next = TruthBaskets.FromLines([.. nextLines.Select(line => line.User)], [.. nextLines.Select(line => line.Product)]);

        var read = CountInSql([.. PriorLines(histories), .. nextLines.Select(line => $"({line.User}, {line.Product}, 100, 1, 1, 'train')")], histories.Products);

        var reference = ItemStatisticsReference.Count(histories, next.Where(id => !UserSplit.IsTest(id)));
        var isUsed = new bool[ItemStatistics.Columns];
        for (var fold = 0; fold < StatisticFolds.Count; fold++)
        {
            for (var item = 0; item < histories.Products.Count; item++)
            {
                Assert.Equal(reference.Of(fold, item).ToArray(), read.Of(fold, item).ToArray());
                Array.ForEach(Enum.GetValues<ItemStatistic>(), statistic => isUsed[(int)statistic] |= read.Of(fold, item)[(int)statistic] > 0);
            }
        }

        Assert.All(isUsed, Assert.True);
    }

    /// <summary>Histories as values of <c>clean.order_lines</c>.</summary>
    private static IEnumerable<string> PriorLines(UserHistories histories)
    {
        for (var user = 0; user < histories.Users.Count; user++)
        {
            HashSet<int> bought = [];
            var (first, end) = histories.Baskets(user);
            for (var basket = first; basket < end; basket++)
            {
                var items = histories.Basket(basket).ToArray();
                for (var cart = 0; cart < items.Length; cart++)
                {
                    yield return $"({histories.Users.Id(user)}, {histories.Products.Id(items[cart])}, {histories.OrderNumber(basket)}, {cart + 1}, {(bought.Add(items[cart]) ? 0 : 1)}, 'prior')";
                }
            }
        }
    }

    private static ItemStatistics CountInSql(IEnumerable<string> lines, Vocabulary products)
    {
        var token = TestContext.Current.CancellationToken;
        using var database = DuckDbDatabase.Open(null, new DuckDbOptions { Threads = 2 });
        using var connection = database.Connect();
        connection.Execute("create schema clean", token);
        connection.Execute("create schema ml", token);
        connection.Execute(
            "create table clean.order_lines (user_id bigint, product_id bigint, order_number integer, add_to_cart_order integer, reordered integer, eval_set varchar)", token);
        connection.Execute($"insert into clean.order_lines values {string.Join(", ", lines)}", token);
        var model = GroceryModels.All.Single(model => model.Table.Name == ItemStatisticsReader.Table);
        connection.Execute($"create table {ItemStatisticsReader.Table} as {model.Render(SqlDialect.DuckDb)}", token);
        return ItemStatisticsReader.Read(products, connection, token);
    }
}

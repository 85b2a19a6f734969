namespace Recommender.Ingest.Tests.Generation;

[Collection(GeneratedGroceriesSet.Name)]
public sealed class InvariantTests(GeneratedGroceries generated)
{
    [Fact]
    public void Users_are_written_in_order_without_gaps_with_4_to_100_orders_numbered_without_gaps()
    {
        Assert.Equal(Enumerable.Range(1, 3_000), generated.Data.Orders.Select(order => order.User).Distinct());
        Assert.All(generated.Data.Users, user =>
        {
            Assert.InRange(user.Count(), 4, 100);
            Assert.Equal(Enumerable.Range(1, user.Count()), user.Select(order => order.Number));
        });
    }

    [Fact]
    public void Only_the_last_order_is_train_or_test_and_a_test_order_has_no_lines()
    {
        Assert.All(generated.Data.Users, user =>
        {
            Assert.All(user.SkipLast(1), order => Assert.Equal("prior", order.Set));
            Assert.NotEqual("prior", user.Last().Set);
        });
        Assert.All(generated.Data.Orders, order => Assert.Equal(order.Set == "test", order.Lines.Count == 0));
    }

    [Fact]
    public void Order_ids_are_a_permutation_that_does_not_grow_with_users()
    {
        var ids = generated.Data.Orders.ConvertAll(order => order.Id);
        Assert.Equal(Enumerable.Range(1, ids.Count), ids.Order());
        var rising = ids.Zip(ids.Skip(1)).Average(pair => pair.First < pair.Second ? 1.0 : 0);
        Assert.InRange(rising, 0.48, 0.52);
    }

    [Fact]
    public void The_first_order_has_no_gap_and_weekdays_advance_by_the_gap()
    {
        Assert.All(generated.Data.Orders, order => Assert.Equal(order.Number == 1, order.Gap is null));
        Assert.All(generated.Data.Orders.Zip(generated.Data.Orders.Skip(1)).Where(pair => pair.Second.Gap is < 30), pair =>
        {
            Assert.Equal((pair.First.Day + pair.Second.Gap!.Value) % 7, pair.Second.Day);
            Assert.True(pair.Second.Gap > 0 || pair.Second.Hour >= pair.First.Hour);
        });
    }

    [Fact]
    public void Cart_positions_run_from_1_and_products_are_distinct_and_in_the_catalogue()
    {
        Assert.All(generated.Data.Orders, order =>
        {
            Assert.Equal(Enumerable.Range(1, order.Lines.Count), order.Lines.Select(line => line.Position));
            Assert.Equal(order.Lines.Count, order.Lines.Select(line => line.Product).Distinct().Count());
            Assert.All(order.Lines, line => Assert.InRange(line.Product, 1, 49_688));
        });
    }

    [Fact]
    public void A_line_is_reordered_exactly_when_an_earlier_order_of_the_user_had_the_product()
    {
        foreach (var user in generated.Data.Users)
        {
            var bought = new HashSet<int>();
            foreach (var order in user)
            {
                Assert.All(order.Lines, line => Assert.Equal(bought.Contains(line.Product), line.Reordered));
                bought.UnionWith(order.Lines.Select(line => line.Product));
            }
        }
    }

    [Fact]
    public void The_summary_counts_what_the_files_hold()
    {
        var (summary, statistics) = (generated.Summary, generated.Statistics);
        Assert.Equal(generated.Data.Orders.Count, summary.Orders);
        Assert.Equal(generated.Data.Orders.Count(order => order.Set == "train"), summary.TrainUsers);
        Assert.Equal(statistics.MeanOrders, summary.MeanOrders, 9);
        Assert.Equal(statistics.MeanGap, summary.MeanGapDays, 9);
        Assert.Equal(statistics.ReorderShare, summary.PriorReorderShare, 9);
        Assert.Equal(statistics.DayShare, summary.OrdersByDay.Select(count => (double)count / summary.Orders));
        Assert.Equal(statistics.HourShare, summary.OrdersByHour.Select(count => (double)count / summary.Orders));
        Assert.Equal(
            generated.Data.Orders.Where(order => order.Lines.Count > 0).Average(order => order.Lines.Count), summary.MeanBasket, 9);
    }
}

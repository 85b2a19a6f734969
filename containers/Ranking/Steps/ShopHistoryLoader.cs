using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Registry;

namespace Recommender.Ranking.Steps;

/// <summary>
/// Reads the shop's history from the clean tables, once for all the steps of a run that need it. A step that comes while
/// another loads waits for it.
/// </summary>
public sealed class ShopHistoryLoader
{
    private readonly Lock _gate = new();
    private readonly int _threads;
    private (string Snapshots, ShopHistory History)? _loaded;

    /// <summary>Has loaded nothing yet.</summary>
    /// <param name="threads">Threads to build the histories with.</param>
    public ShopHistoryLoader(int threads)
        : this(threads, RankerFactory.Learner)
    {
    }

    /// <param name="threads">Threads to build the histories with.</param>
    /// <param name="learner">The way to learn rankers.</param>
    internal ShopHistoryLoader(int threads, IModelLearner learner) => (_threads, Learner, Champions) = (threads, learner, new ChampionLoader(learner, threads));

    /// <summary>The way to learn rankers.</summary>
    internal IModelLearner Learner { get; }

    /// <summary>Loads the model that lists come from.</summary>
    internal ChampionLoader Champions { get; }

    /// <summary>The tables that a step that loads the history reads.</summary>
    public static IReadOnlyList<TableName> Inputs { get; } =
    [
        RankingTables.Clean("aisles"), RankingTables.Clean("departments"), RankingTables.Clean("order_lines"), RankingTables.Clean("orders"),
        RankingTables.Clean("products"), ItemStatisticsReader.Table,
    ];

    /// <summary>The history as of the step's input snapshots.</summary>
    internal ShopHistory Load(StepContext context, CancellationToken cancellationToken) => Load(context.Connection, context.Inputs, context.Progress, cancellationToken);

    /// <summary>The history as of some snapshots of <see cref="Inputs"/>, which the connection sees.</summary>
    internal ShopHistory Load(DuckDbConnection connection, StepInputs inputs, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var snapshots = string.Join(' ', Inputs.Select(input => inputs[input].Snapshot));
        lock (_gate)
        {
            if (_loaded?.Snapshots != snapshots)
            {
                _loaded = null;
                _loaded = (snapshots, Read(connection, inputs, progress, cancellationToken));
            }

            return _loaded.Value.History;
        }
    }

    private ShopHistory Read(DuckDbConnection connection, StepInputs inputs, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var builder = new HistoriesBuilder();
        using (var users = connection.Query("select distinct user_id from clean.orders", cancellationToken))
        {
            foreach (var chunk in users.Chunks())
            {
                builder.AddUsers(chunk.Column<long>(0));
            }
        }

        var products = ProductColumns.Read(connection, cancellationToken);
        builder.AddProducts(products.Ids);
        AddLines(connection, inputs, progress, builder, cancellationToken);
        progress.Report(new StepProgress("sorting histories", -1, 0));
        var histories = builder.Build(_threads, cancellationToken);
        return new ShopHistory(histories, products.Segments(histories.Products, products.Departments, "department", connection, cancellationToken))
        {
            Aisles = products.Segments(histories.Products, products.Aisles, "aisle", connection, cancellationToken),
            Times = BasketTimesReader.Read(histories, connection, cancellationToken),
            Statistics = ItemStatisticsReader.Read(histories.Products, connection, cancellationToken),
        };
    }

    private static void AddLines(DuckDbConnection connection, StepInputs inputs, IProgress<StepProgress> progress, HistoriesBuilder builder, CancellationToken cancellationToken)
    {
        var total = inputs[RankingTables.Clean("order_lines")].Rows;
        long rows = 0;
        // A place in the cart only sorts a basket: one beyond what a history holds is as good as the last.
        using var lines = connection.Query(
            $"select user_id, product_id, order_number, least(add_to_cart_order, {UserBand.MaxCartPosition}) from clean.order_lines where eval_set = 'prior'", cancellationToken);
        foreach (var chunk in lines.Chunks())
        {
            builder.AddLines(chunk.Column<long>(0), chunk.Column<long>(1), chunk.Column<int>(2), chunk.Column<int>(3));
            rows += chunk.Count;
            progress.Report(new StepProgress("reading histories", (double)rows / Math.Max(total, 1), rows));
        }
    }
}

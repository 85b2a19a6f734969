using Recommender.Lake.DuckDb;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;
using Recommender.Ranking.Sequences;
using Recommender.Transform;

namespace Recommender.Pipeline.Sequences;

/// <summary>
/// Sequences as order lines in a database in memory, over which the SQL model of item statistics runs as it does in a lake.
/// </summary>
internal sealed class SequenceTables : IDisposable
{
    private static readonly TableName Statistics = new(Zone.Ml, "product_statistics");

    private readonly SequenceSet _set;
    private readonly string _spill;
    private readonly DuckDbDatabase _database;

    /// <summary>The histories of all users as prior orders.</summary>
    /// <param name="set">The users.</param>
    /// <param name="memory">Bytes that the database may take; beyond them it spills to the folder of temporary files.</param>
    /// <param name="threads">Threads to count with.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public SequenceTables(SequenceSet set, long memory, int threads, CancellationToken cancellationToken)
    {
        _set = set;
        _spill = Path.Combine(Path.GetTempPath(), $"recommender-benchmark-{Environment.ProcessId}");
        _database = DuckDbDatabase.Open(null, new DuckDbOptions { MemoryLimitBytes = memory, Threads = threads, TempDirectory = _spill });
        Connection = _database.Connect();
        Connection.Execute("create schema clean; create schema ml", cancellationToken);
        Connection.Execute(
            "create table clean.order_lines (user_id bigint, product_id bigint, order_number integer, eval_set varchar, add_to_cart_order integer, reordered integer)", cancellationToken);
        Append(
            (user, append) =>
            {
                var bought = new HashSet<int>();
                for (var basket = 0; basket < user.Baskets.Count; basket++)
                {
                    append(user.Baskets[basket], basket + 1, "prior", bought);
                    bought.UnionWith(user.Baskets[basket]);
                }
            },
            cancellationToken);
    }

    /// <summary>Where the statistics are.</summary>
    public DuckDbConnection Connection { get; }

    /// <summary>Adds the next baskets of the train users, as the orders that trends are seen in.</summary>
    public void AddNextBaskets(CancellationToken cancellationToken) => Append(
        (user, append) =>
        {
            if (user is { Part: SequencePart.Train, Next: { } next })
            {
                append(next, user.Baskets.Count + 1, "train", [.. user.Baskets.SelectMany(basket => basket)]);
            }
        },
        cancellationToken);

    /// <summary>Counts <c>ml.product_statistics</c> over what is there now.</summary>
    public void Count(CancellationToken cancellationToken)
    {
        var model = GroceryModels.All.Single(model => model.Table.Name == Statistics);
        Connection.Execute($"create or replace table {Statistics} as {model.Render(SqlDialect.DuckDb)}", cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Connection.Dispose();
        _database.Dispose();
        if (Directory.Exists(_spill))
        {
            Directory.Delete(_spill, recursive: true);
        }
    }

    private void Append(Action<Sequence, Action<int[], int, string, HashSet<int>>> lines, CancellationToken cancellationToken)
    {
        using var appender = Connection.Append("clean", "order_lines");
        for (var place = 0; place < _set.Ids.Count; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var id = _set.Ids[place];
            lines(_set.Sequences[place], (items, order, part, bought) =>
            {
                var cart = 0;
                foreach (var item in items.Distinct())
                {
                    appender.AppendRow(id, (long)item, order, part, ++cart, bought.Contains(item) ? 1 : 0);
                }
            });
        }

        appender.Complete();
    }
}

using System.Text.RegularExpressions;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Steps;

/// <summary>Reads <c>ml.product_statistics</c>, which an SQL model counts.</summary>
internal static partial class ItemStatisticsReader
{
    /// <summary>The table.</summary>
    public static TableName Table { get; } = new(Zone.Ml, "product_statistics");

    /// <summary>The column of a statistic: its name in lower case, words joined by underscores.</summary>
    public static string Column(ItemStatistic statistic) => WordStart().Replace(statistic.ToString(), "_").ToLowerInvariant();

    /// <summary>All rows of products that the vocabulary has.</summary>
    public static ItemStatistics Read(Vocabulary products, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var statistics = new ItemStatistics(products.Count);
        var columns = Enum.GetValues<ItemStatistic>().Select(Column);
        using var result = connection.Query($"select fold, product_id, {string.Join(", ", columns)} from {Table}", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                var item = products.IndexOf(chunk.Column<long>(1)[row]);
                if (item >= 0)
                {
                    var room = statistics.Room(chunk.Column<int>(0)[row], item);
                    for (var column = 0; column < room.Length; column++)
                    {
                        room[column] = chunk.Column<long>(2 + column)[row];
                    }
                }
            }
        }

        return statistics;
    }

    [GeneratedRegex("(?<!^)(?=[A-Z])")]
    private static partial Regex WordStart();
}

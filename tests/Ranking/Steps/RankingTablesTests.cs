using Recommender.Lake.Checks;
using Recommender.Lake.DuckDb;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Tests.Steps;

public sealed class RankingTablesTests
{
    [Theory]
    [InlineData(30, 20, 0)]
    [InlineData(30, 19, 1)]
    [InlineData(12, 12, 0)]
    [InlineData(12, 11, 1)]
    public void A_list_that_is_too_short_offends(int products, int listed, int offending)
    {
        using var database = DuckDbDatabase.Open(null, new DuckDbOptions());
        using var connection = database.Connect();
        connection.Execute($"create schema clean; create table clean.products as select range as product_id from range({products})", CancellationToken.None);
        var check = Assert.Single(RankingTables.Recommendations.Checks.OfType<NoRowsCheck>(), check => check.Name.StartsWith("every list", StringComparison.Ordinal));
        var rows = check.OffendingRows($"(select 7 as user_id, range as product_id from range({listed}))");
        Assert.Equal(offending, connection.Scalar<int>($"select count(*) from ({rows})", CancellationToken.None));
    }
}

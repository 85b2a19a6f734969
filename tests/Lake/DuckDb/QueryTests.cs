using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Tests.DuckDb;

public sealed class QueryTests
{
    [Fact]
    public void Reads_rows_of_a_query()
    {
        using var database = DuckDbDatabase.Open(null, new DuckDbOptions());
        using var connection = database.Connect();
        using var result = connection.Query("SELECT range::INTEGER AS i, 'row ' || range AS s FROM range(5000)", CancellationToken.None);
        Assert.Equal(["i", "s"], result.Columns.Select(column => column.Name));
        var row = 0;
        foreach (var chunk in result.Chunks())
        {
            var numbers = chunk.Column<int>(0);
            for (var i = 0; i < chunk.Count; i++, row++)
            {
                Assert.Equal(row, numbers[i]);
                Assert.Equal($"row {row}", chunk.GetString(1, i));
            }
        }
        Assert.Equal(5000, row);
    }
}

using Recommender.Tests;
using Recommender.Lake.Models;

namespace Recommender.Transform.Tests.Grammar;

public sealed class TrinoGrammarTests
{
    /// <summary>Statements that DuckDB takes and Trino does not.</summary>
    private static readonly string[] DuckDbOnly =
    [
        "select a::integer from t",
        "select * exclude (a) from t",
        "select a from t qualify row_number() over (order by a) = 1",
        "select a from t limit 1 offset 2",
        "select [1, 2] as l",
        "from t",
        "select {'a': 1} as s",
        "select a // 2 from t",
        "select * replace (1 as a) from t",
        "select a, count(*) from t group by all",
        "select a.b:c from t",
    ];

    [Fact]
    public async Task Models_and_checks_parse_and_DuckDb_only_spellings_do_not()
    {
        var models = GroceryModels.All.Select(model => model.Render(SqlDialect.Trino));
        var checks = GroceryModels.All.SelectMany(model => model.Table.AllChecks().Select(check => check.OffendingRows(model.Table.Name.ToString())));
        var portable = models.Concat(checks).ToList();

        var errors = await TrinoGrammar.Errors([.. portable, .. DuckDbOnly], TestContext.Current.CancellationToken);

        Assert.Equal(portable.Count + DuckDbOnly.Length, errors.Count);
        Assert.All(portable.Zip(errors), pair => Assert.True(pair.Second.Length == 0, $"{string.Join("; ", pair.Second)} in:\n{pair.First}"));
        Assert.All(DuckDbOnly.Zip(errors.Skip(portable.Count)), pair => Assert.True(pair.Second.Length > 0, $"not refused: {pair.First}"));
    }
}

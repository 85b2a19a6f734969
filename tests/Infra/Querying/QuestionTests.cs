using Recommender.Infra.Querying;
using Recommender.Infra.Tests.Policies;
using Recommender.Infra.Tests.Storage;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;
using Recommender.Tests;
using Recommender.Transform.Linting;

namespace Recommender.Infra.Tests.Querying;

/// <summary>The named queries are held to what models are: the portable core, both grammars, and answers from a lake.</summary>
public sealed class QuestionTests(TinyLake lake) : IClassFixture<TinyLake>
{
    public static TheoryData<string> Names => [.. Question.All.Select(question => question.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_question_keeps_to_the_portable_core(string name) =>
        Assert.Empty(SqlLinter.Lint(Named(name).Sql).Select(finding => finding.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_question_reads_declared_tables_of_the_analysts_zones(string name)
    {
        var read = Inputs(name);

        Assert.NotEmpty(read);
        Assert.Subset(GroceryPipeline.Tables.Select(table => table.Name).ToHashSet(), read.ToHashSet());
        Assert.All(read, table => Assert.True(table.Zone is Zone.Curated or Zone.Published));
    }

    [Fact]
    public async Task Athena_parses_every_question()
    {
        var queries = (await LakeStack.OfAsync("prod")).OfType("athena/namedQuery:NamedQuery").Select(query => query.Text("query")!).ToList();

        var errors = await TrinoGrammar.Errors([.. queries, "select a::integer from t"], TestContext.Current.CancellationToken);

        Assert.All(queries.Zip(errors), pair => Assert.True(pair.Second.Length == 0, $"{string.Join("; ", pair.Second)} in:\n{pair.First}"));
        Assert.NotEmpty(errors[^1]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_question_is_answered_from_a_lake(string name) => Assert.NotEmpty(lake.Ask(Named(name).Sql));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_analyst_may_ask_it(string name)
    {
        var analyst = IamRole.Of(await LakeStack.OfAsync("prod"), "query-analyst");

        Assert.All(Inputs(name), table =>
        {
            Assert.True(analyst.May("glue:GetTable", Harness.CloudNames.Arn("glue", $"table/recommender_prod_{table.Zone.SqlName()}/{table.Table}")));
            Assert.True(analyst.May("s3:GetObject", $"arn:aws:s3:::recommender-prod-{table.Zone.SqlName()}-{Harness.CloudNames.Account}/{table.Table}/1/data/part-0.parquet"));
        });
    }

    [Fact]
    public void Questions_say_what_they_answer() =>
        Assert.All(Question.All, question => Assert.Matches("^[A-Z].{20,}\\?$", question.Description));

    // Every user of the tiny delivery has four prior orders of three products, a week apart.
    [Fact]
    public void All_users_of_the_tiny_delivery_order_weekly()
    {
        var row = Assert.Single(lake.Ask(Named("users-by-rhythm").Sql));

        Assert.Equal(("weekly", (long)TinyDelivery.DefaultUsers, (double)TinyDelivery.PriorOrders, (double)TinyDelivery.BasketSize), (row["rhythm"], row["users"], row["mean_orders"], row["mean_basket"]));
    }

    [Fact]
    public void Every_user_of_the_tiny_delivery_has_a_product_at_each_place()
    {
        var rows = lake.Ask(Named("recommendations-by-place").Sql);

        Assert.Equal(Enumerable.Range(1, TinyDelivery.Products).Select(place => (object?)place), rows.Select(row => row["rank"]));
        Assert.All(rows, row => Assert.Equal((long)TinyDelivery.DefaultUsers, row["users"]));
    }

    [Fact]
    public void Departments_share_out_all_purchases_of_the_tiny_delivery() =>
        Assert.Equal(
            TinyDelivery.DefaultUsers * TinyDelivery.PriorOrders * TinyDelivery.BasketSize,
            lake.Ask(Named("departments-and-their-best-sellers").Sql).Sum(row => (long)row["purchases"]!));

    private static Question Named(string name) => Question.All.Single(question => question.Name == name);

    private static IReadOnlyList<TableName> Inputs(string name) => new SqlModel(GroceryPipeline.Tables[0], Named(name).Sql).Inputs;
}

using System.CommandLine;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Querying;
using Recommender.Pipeline.Recommending;
using Recommender.Ranking.Steps;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender recommend</c>: what a user is recommended.</summary>
internal sealed class RecommendCommand : ProgramCommand
{
    /// <summary>The default of <c>-k</c>: 10 products.</summary>
    public const int DefaultCount = 10;

    private readonly Option<long> _user = new("--user")
    {
        Description = "The user's id",
        HelpName = "ID",
        Required = true,
        CustomParser = Numbers.Whole("--user", "the user's id, a whole number"),
    };

    private readonly Option<int?> _count = Numbers.Between("-k", 1, RankingTables.RecommendationsPerUser, DefaultCount, "How many products, 1 to 20");
    private readonly Option<bool> _json = JsonOption();

    public RecommendCommand()
        : base("recommend", "Shows a user's recommendations and why. Whom nothing is known of gets what is popular.")
    {
        Add(_user);
        Add(_count);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("ten products for a user", "recommender recommend --user 1"),
        new("three, for a script", "recommender recommend --user 1 -k 3 --json"),
    ];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        TableName[] tables = [RankingTables.Recommendations.Name, new(Zone.Published, "popularity_by_segment"), new(Zone.Clean, "products"), new(Zone.Clean, "departments"), new(Zone.Clean, "orders")];
        using var lake = OpenLake.Read(parsed, terminal, GroceryPipeline.Tables.Where(table => tables.Contains(table.Name)), cancellationToken);
        Array.ForEach(tables, table => TableState.RequireReadable(lake.Store, table));
        using var connection = lake.Engine.Connect();
        var reader = new RecommendationReader(connection);
        var user = parsed.GetValue(_user);
        var count = parsed.GetValue(_count)!.Value;
        var products = reader.ForUser(user, count, cancellationToken);
        var personal = products.Count > 0;
        if (!personal)
        {
            var known = reader.Knows(user, cancellationToken);
            terminal.Error.WriteLine(known
                ? $"user {user} has orders but no list yet ('recommender run' makes it): here is what is popular"
                : $"user {user} is not in the lake: here is what is popular");
            products = reader.Popular(count, cancellationToken);
        }

        if (parsed.GetValue(_json))
        {
            WriteJson(terminal.Out, user, personal, products);
        }
        else
        {
            WriteText(terminal, products);
        }

        return Task.FromResult(ExitCodes.Fine);
    }

    private static void WriteText(Terminal terminal, IReadOnlyList<RecommendedProduct> products)
    {
        var table = new TextTable(
            new TableColumn("", Right: true),
            new TableColumn("product", Least: 20),
            new TableColumn("product_id", Right: true, Importance: 1),
            new TableColumn("department", Importance: 2, Least: 8),
            new TableColumn("reason", Least: 20),
            new TableColumn("score", Right: true, Importance: 1));
        foreach (var product in products)
        {
            table.Add($"{product.Rank}", product.Name, $"{product.ProductId}", product.Department, product.Reason, HumanText.Metric(product.Score));
        }

        table.Write(terminal.Out, terminal.Width);
    }

    private static void WriteJson(TextWriter output, long user, bool personal, IReadOnlyList<RecommendedProduct> products) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("user", user);
        json.WriteBoolean("personal", personal);
        json.Array("products", products, product =>
        {
            json.WriteNumber("rank", product.Rank);
            json.WriteNumber("product_id", product.ProductId);
            json.WriteString("product", product.Name);
            json.WriteString("department", product.Department);
            json.WriteNumber("score", product.Score);
            json.WriteString("reason", product.Reason);
        });
        json.WriteEndObject();
    });
}

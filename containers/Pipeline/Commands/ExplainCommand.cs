using System.CommandLine;
using System.Globalization;
using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Models;
using Recommender.Pipeline.Querying;
using Recommender.Ranking.Steps;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender explain</c>: what moved a score.</summary>
internal sealed class ExplainCommand : ProgramCommand
{
    private readonly Option<long> _user = new("--user")
    {
        Description = "The user's id",
        HelpName = "ID",
        Required = true,
        CustomParser = Numbers.Whole("--user", "the user's id, a whole number"),
    };

    private readonly Option<long> _product = new("--product")
    {
        Description = "The product's id",
        HelpName = "ID",
        Required = true,
        CustomParser = Numbers.Whole("--product", "the product's id, a whole number"),
    };

    private readonly Option<bool> _json = JsonOption();

    public ExplainCommand()
        : base("explain", "Shows what moved the champion's score of a product for a user: every feature's value and what it added. The parts add up to the score, and the score becomes the probability.")
    {
        Add(_user);
        Add(_product);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("why is this product in the list?", "recommender explain --user 1 --product 24852"),
        new("all features, for a script", "recommender explain --user 1 --product 24852 --json"),
    ];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        using var lake = OpenLake.Read(parsed, terminal, GroceryPipeline.Tables.Where(table => ScoreExplainer.Inputs.Contains(table.Name)), cancellationToken);
        foreach (var table in ScoreExplainer.Inputs)
        {
            TableState.RequireReadable(lake.Store, table, cancellationToken);
        }

        using var connection = lake.Engine.Connect();
        var inputs = new StepInputs(ScoreExplainer.Inputs.ToDictionary(table => table, table => lake.Store.Current(table, cancellationToken)!));
        var (user, product) = (parsed.GetValue(_user), parsed.GetValue(_product));
        var (model, explanation) = new ScoreExplainer(connection, inputs, GlobalOptions.ThreadsOf(parsed)).Explain(user, product, new Progress<StepProgress>(), cancellationToken);
        var text = new ExplanationText(user, product, ProductName(connection, product, cancellationToken), model, explanation);
        if (parsed.GetValue(_json))
        {
            text.WriteJson(terminal.Out);
        }
        else
        {
            text.Write(terminal);
        }

        return Task.FromResult(ExitCodes.Fine);
    }

    private static string ProductName(DuckDbConnection connection, long product, CancellationToken cancellationToken) =>
        connection.Scalar<string>(string.Create(CultureInfo.InvariantCulture, $"select product_name from clean.products where product_id = {product}"), cancellationToken) ?? "";
}

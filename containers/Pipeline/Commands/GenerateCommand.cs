using System.CommandLine;
using System.Globalization;
using Recommender.Ingest.Generation;
using Recommender.Ingest.Grocery;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender generate</c>: writes a made-up delivery.</summary>
internal sealed class GenerateCommand : ProgramCommand
{
    private readonly Option<int?> _users = Numbers.Between("--users", 1, 5_000_000, GeneratorOptions.OriginalUsers, "Shoppers to make up, 1 to 5,000,000");
    private readonly Option<int?> _products = Numbers.Between("--products", 1_000, 1_000_000, GeneratorOptions.OriginalProducts, "Products in the catalogue, 1,000 to 1,000,000");

    private readonly Option<string> _out = new("--out") { Description = "Folder to write to; made if need be", HelpName = "DIR", Required = true };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "Same seed and numbers, same bytes",
        HelpName = "S",
        DefaultValueFactory = _ => new GeneratorOptions().Seed,
        CustomParser = Numbers.Whole("--seed", "a whole number"),
    };

    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace the files that are there" };

    public GenerateCommand()
        : base("generate", "Writes a made-up delivery of grocery orders: six CSV files in the layout of the Instacart Market Basket files, from shoppers with habits.")
    {
        Add(_users);
        Add(_products);
        Add(_out);
        Add(_seed);
        Add(_overwrite);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("a small delivery", "recommender generate --users 1000 --out deliveries/small"),
        new("as many orders as the original (33 million lines)", "recommender generate --out deliveries/full"),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_out)!);
        var options = new GeneratorOptions
        {
            Users = parsed.GetValue(_users)!.Value,
            Products = parsed.GetValue(_products)!.Value,
            Seed = parsed.GetValue(_seed),
            Threads = Math.Min(256, GlobalOptions.ThreadsOf(parsed)),
            Overwrite = parsed.GetValue(_overwrite),
        };
        RequireFree(folder, options.Overwrite);
        var summary = await GenerationJob.RunAsync(options, folder, terminal, parsed.GetValue(GlobalOptions.NoProgress), cancellationToken).ConfigureAwait(false);
        var table = new TextTable(new TableColumn("file"), new TableColumn("rows", Right: true));
        foreach (var (file, lines) in summary.Lines)
        {
            table.Add(file, HumanText.Count(lines));
        }

        table.Write(terminal.Out, terminal.Width);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Users:N0} users with {summary.MeanOrders:0.0} orders each, {summary.MeanBasket:0.0} products an order, {summary.PriorReorderShare:0.00} of them bought before"));
        terminal.Out.WriteLine($"next: recommender run --source {folder}");
        return ExitCodes.Fine;
    }

    private static void RequireFree(string folder, bool overwrite)
    {
        var existing = GroceryFeed.Files.Select(file => file.Stem + ".csv").Where(file => File.Exists(Path.Combine(folder, file))).ToList();
        if (existing.Count > 0 && !overwrite)
        {
            throw new CallerException($"{folder} already has {string.Join(", ", existing)}: choose another --out, or replace them with --overwrite");
        }
    }
}

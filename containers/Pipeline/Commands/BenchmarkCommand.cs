using System.CommandLine;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Sequences;
using Recommender.Ranking.Sequences;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender benchmark</c>: how good the ranker is on a published comparison's sequences.</summary>
internal sealed class BenchmarkCommand : ProgramCommand
{
    private readonly Option<string> _history = File("--history", "Known baskets: {\"user\": [[-1], [item, …], …, [-1]], …}");
    private readonly Option<string> _future = File("--future", "Next baskets in the same layout, one a user; those of test users may be missing, and only measure");
    private readonly Option<string> _keyset = File("--keyset", "Which users to fit on, to choose settings on, and to rank for: {\"item_num\": N, \"train\": [\"user\", …], \"val\": […], \"test\": […]}");
    private readonly Option<int?> _k = Numbers.Between("-k", 1, 1_000, BenchmarkOptions.DefaultK, "Items for each test user in --out, 1 to 1,000");
    private readonly Option<string?> _out = new("--out") { Description = "File to write the test users' lists to: {\"user\": [item, …], …}, best first", HelpName = "FILE" };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace the file that --out names" };

    private readonly Option<bool> _noTrend = new("--no-trend")
    {
        Description = "Know of items from histories alone. Without it there is a second model, and --out has its lists: it also knows how often each item is in the next baskets of train users (other than the one ranked for), which shows what is trending at the time that is predicted",
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "Same seed and files, same lists",
        HelpName = "S",
        DefaultValueFactory = _ => new BenchmarkOptions().Seed,
        CustomParser = Numbers.Whole("--seed", "a whole number"),
    };

    private readonly Option<bool> _json = JsonOption();

    public BenchmarkCommand()
        : base("benchmark", "Trains on sequences of baskets in the layout of the published next-basket comparisons, ranks for a key set's test users, and measures where their next baskets are known. Works without a lake.")
    {
        Add(_history);
        Add(_future);
        Add(_keyset);
        Add(_out);
        Add(_overwrite);
        Add(_k);
        Add(_noTrend);
        Add(_seed);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("rank for the test users", "recommender benchmark --history history.json --future future.json --keyset keyset.json --out ranked.json"),
        new("measure what can be known from histories alone", "recommender benchmark --history history.json --future future.json --keyset keyset.json --no-trend"),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_out);
        if (path is not null && System.IO.File.Exists(path) && !parsed.GetValue(_overwrite))
        {
            throw new CallerException($"--out {path} exists: choose another, or replace it with --overwrite");
        }

        if (Directory.Exists(path))
        {
            throw new CallerException($"--out {path} is a folder: name a file");
        }

        var set = SequenceInput.Read(parsed.GetValue(_history)!, parsed.GetValue(_future)!, parsed.GetValue(_keyset)!);
        using var lists = path is null ? null : new RankedListsFile(path);
        var options = new BenchmarkOptions { K = parsed.GetValue(_k)!.Value, Seed = parsed.GetValue(_seed), Threads = GlobalOptions.ThreadsOf(parsed) };
        var report = await new BenchmarkJob(set, options, !parsed.GetValue(_noTrend), GlobalOptions.MemoryOf(parsed))
            .RunAsync(terminal, parsed.GetValue(GlobalOptions.NoProgress), cancellationToken).ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            JsonText.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("ranked_by", report.Ranker);
                report.WriteJson(json);
                json.WriteEndObject();
            });
        }
        else
        {
            report.Write(terminal);
        }

        lists?.Write(report.Lists);
        terminal.Error.WriteLine(path is null ? "no lists were written: name a file with --out" : $"wrote the lists of {HumanText.Of(report.Lists.Count, "test user")} by {report.Ranker} to {path}");
        return ExitCodes.Fine;
    }

    private static Option<string> File(string name, string description) => new(name) { Description = description, HelpName = "FILE", Required = true };
}

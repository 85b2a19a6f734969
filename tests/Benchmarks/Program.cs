using System.Globalization;
using Recommender.Benchmarks;
using Recommender.Benchmarks.Trees;

// dotnet run -c Release --project tests/Benchmarks -- [--users N] [--rounds N] [--work DIR]
// dotnet run -c Release --project tests/Benchmarks -- trees [--rows N] [--features N] [--leaves N] [--trees N] [--threads N] [--rounds N] [--quantised] [--data FILE] [--work DIR]
// Each claim of the README about speed and memory, with a rival in the same run. Nothing here fails on a number: read the ratios.
if (args is ["side", var side, var from, var to])
{
    if (side == "product")
    {
        await ProductSide.RunAsync(from, to).ConfigureAwait(false);
    }
    else
    {
        RivalSide.Run(from, to, asParquet: side == "rival-parquet");
    }

    return 0;
}

if (args is ["trees-side", var trainer, var task, var library, var result])
{
    TreeComparison.RunSide(trainer, task, library, result);
    return 0;
}

string Option(string name, string fallback) =>
    args.Zip(args.Skip(1)).FirstOrDefault(pair => pair.First == name).Second ?? fallback;

int Number(string name, int fallback) => int.Parse(Option(name, fallback.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

if (args is ["trees", ..])
{
    var folder = Directory.CreateDirectory(Option("--work", Path.Combine("artifacts", "benchmarks"))).FullName;
    var rival = LightGbmLibrary.Ensure(Path.Combine("tests", "Benchmarks", "lightgbm"), folder);
    int[] leaves = Option("--leaves", "") is { Length: > 0 } ? [Number("--leaves", 31)] : [31, 63];
    foreach (var leafCount in leaves)
    {
        TreeComparison.Run(
            new TreeTask(Option("--data", ""), Number("--rows", 1_000_000), Number("--test-rows", 200_000), Number("--features", 100), Number("--trees", 200), leafCount, Number("--threads", 2)),
            Number("--rounds", 3), args.Contains("--quantised"), rival, folder);
    }

    return 0;
}

var users = int.Parse(Option("--users", "206209"), CultureInfo.InvariantCulture);
var rounds = int.Parse(Option("--rounds", "1"), CultureInfo.InvariantCulture);
var work = Directory.CreateDirectory(Option("--work", Path.Combine("artifacts", "benchmarks"))).FullName;
var delivery = FullScaleDelivery.Ensure(work, users);
Comparison.IngestToCurated(delivery, work, rounds);
Comparison.WholeRuns(delivery, work);
return 0;

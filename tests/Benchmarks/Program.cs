using System.Globalization;
using Recommender.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- [--users N] [--rounds N] [--work DIR]
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

string Option(string name, string fallback) =>
    args.Zip(args.Skip(1)).FirstOrDefault(pair => pair.First == name).Second ?? fallback;

var users = int.Parse(Option("--users", "206209"), CultureInfo.InvariantCulture);
var rounds = int.Parse(Option("--rounds", "1"), CultureInfo.InvariantCulture);
var work = Directory.CreateDirectory(Option("--work", Path.Combine("artifacts", "benchmarks"))).FullName;
var delivery = FullScaleDelivery.Ensure(work, users);
Comparison.IngestToCurated(delivery, work, rounds);
Comparison.WholeRuns(delivery, work);
return 0;

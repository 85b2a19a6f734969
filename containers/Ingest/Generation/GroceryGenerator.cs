namespace Recommender.Ingest.Generation;

/// <summary>
/// Writes grocery orders in the layout of the Instacart Market Basket files, from shoppers with seeded habits.
/// The same options write the same bytes, whatever the number of threads.
/// </summary>
public static class GroceryGenerator
{
    /// <summary>
    /// Writes aisles.csv, departments.csv, products.csv, orders.csv, order_products__prior.csv and
    /// order_products__train.csv, under *.partial names until all are complete.
    /// </summary>
    /// <param name="options">What to generate.</param>
    /// <param name="outputDirectory">Where to; created where absent. Nothing is written outside it.</param>
    /// <param name="progress">Told after each block of users, or null.</param>
    /// <param name="cancellation">Stops the run; no file is left behind.</param>
    /// <exception cref="ArgumentException">Options have faults (all are listed), or files exist and Overwrite is false.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public static GeneratorSummary Generate(
        GeneratorOptions options, string outputDirectory, IProgress<GeneratorProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(outputDirectory);
        var faults = options.Validate().ToList();
        if (!options.Overwrite && OutputFiles.Existing(outputDirectory, InstacartFile.All) is { Count: > 0 } existing)
        {
            faults.Add($"{outputDirectory} already has {string.Join(", ", existing)}; choose another directory or set Overwrite.");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(options));
        }

        using var files = new OutputFiles(outputDirectory, options.Overwrite);
        var run = new GeneratorRun(options, files, progress);
        var summary = run.Execute(cancellation);
        cancellation.ThrowIfCancellationRequested();
        files.Commit();
        return summary;
    }
}

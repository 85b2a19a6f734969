namespace Recommender.Ingest.Generation;

/// <summary>How far a run has come.</summary>
/// <param name="UsersDone">Users whose orders are written.</param>
/// <param name="LinesWritten">Lines of orders.csv and the order_products files written so far, headers excluded.</param>
public readonly record struct GeneratorProgress(int UsersDone, long LinesWritten);

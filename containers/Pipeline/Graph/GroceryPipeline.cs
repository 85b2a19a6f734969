using Recommender.Ingest.Csv;
using Recommender.Ingest.Events;
using Recommender.Ingest.Grocery;
using Recommender.Lake.Building;
using Recommender.Lake.Tables;
using Recommender.Ranking.Steps;
using Recommender.Transform;

namespace Recommender.Pipeline.Graph;

/// <summary>The grocery shop's pipeline: its tables and the steps that make them.</summary>
public static class GroceryPipeline
{
    /// <summary>All tables, in the order data flows through them.</summary>
    public static IReadOnlyList<TableDeclaration> Tables { get; } =
    [
        .. GroceryFeed.Files.Select(file => file.Table),
        .. GroceryModels.All.Select(model => model.Table),
        LearningTables.TuningRuns,
        LearningTables.Models,
        RankingTables.Evaluation,
        RankingTables.Calibration,
        RankingTables.SimilarProducts,
        RankingTables.Recommendations,
        LearningTables.NextBasket,
    ];

    /// <summary>Tables that streams fill on AWS, without a step of the graph; an embedded lake has none of them.</summary>
    public static IReadOnlyList<TableDeclaration> Streams { get; } = [EventFeed.Table];

    /// <summary>The whole graph, to look at: its steps that load a delivery have none and cannot be built.</summary>
    public static PipelineGraph Blueprint() => Graph(GroceryFeed.Files.Select(file => new UndeliveredStep(file.Table)), threads: 1, TimeProvider.System, LearningRequest.None, only: null);

    /// <summary>The graph.</summary>
    /// <param name="source">A delivery; null to go on from the raw tables that are there.</param>
    /// <param name="threads">Threads that a step may use.</param>
    /// <param name="clock">Gives rows their load time, and models the moment they were trained at.</param>
    /// <param name="cancellationToken">Stops the hashing of the delivery.</param>
    /// <param name="only">The tables whose steps are wanted, or null for all: a file that no step loads is not hashed.</param>
    /// <param name="learning">What is asked of training and tuning; null for nothing but what a run does.</param>
    /// <exception cref="Lake.Errors.CallerException">A file of the delivery is missing, empty or has another header.</exception>
    public static PipelineGraph Build(FeedDelivery? source, int threads, TimeProvider clock, CancellationToken cancellationToken, IReadOnlySet<TableName>? only = null, LearningRequest? learning = null)
    {
        var graph = Graph(source is null ? [] : Ingest(source, clock, only, cancellationToken), threads, clock, learning ?? LearningRequest.None, only);
        return only is null ? graph : graph.Only(only);
    }

    private static PipelineGraph Graph(IEnumerable<ITableStep> ingest, int threads, TimeProvider clock, LearningRequest learning, IReadOnlySet<TableName>? only)
    {
        var history = new ShopHistoryLoader(threads);
        bool AreBothMade(TableDeclaration one, TableDeclaration other) => only is null || (only.Contains(one.Name) && only.Contains(other.Name));
        var quality = new QualityLoader(threads, isShared: AreBothMade(RankingTables.Evaluation, RankingTables.Calibration));
        var scoring = new ScoringPass(threads, isShared: AreBothMade(RankingTables.Recommendations, LearningTables.NextBasket));
        return new PipelineGraph(
        [
            .. ingest,
            .. GroceryModels.All.Select(model => new ModelStep(model)),
            new TuningRunsStep(history, clock, threads, learning.Tuning),
            new ModelsStep(history, clock, threads, learning.Training),
            new EvaluationStep(history, quality),
            new CalibrationStep(history, quality),
            new SimilarProductsStep(history, threads),
            new RecommendationsStep(history, scoring),
            new NextBasketStep(history, scoring),
        ]);
    }

    private static IEnumerable<ITableStep> Ingest(FeedDelivery delivery, TimeProvider clock, IReadOnlySet<TableName>? only, CancellationToken cancellationToken) =>
        GroceryFeed.Open(delivery)
            .Where(found => only?.Contains(found.File.Table.Name) != false)
            .Select(found => new CsvStep(found.File, found.Source, found.Source.Hash(cancellationToken), clock));
}

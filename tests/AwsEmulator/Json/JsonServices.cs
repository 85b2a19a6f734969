using Recommender.AwsEmulator.Athena;
using Recommender.AwsEmulator.Ecs;
using Recommender.AwsEmulator.Glue;
using Recommender.AwsEmulator.Logs;
using Recommender.AwsEmulator.StepFunctions;

namespace Recommender.AwsEmulator.Json;

/// <summary>The JSON services of an emulator.</summary>
internal static class JsonServices
{
    /// <summary>Makes them.</summary>
    /// <param name="state">What they share.</param>
    public static IReadOnlyList<IJsonService> Create(EmulatorState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var catalog = new GlueCatalog(state.Clock);
        var logs = new LogStore(state.Clock);
        var ecs = new EcsService(state, logs);

        // Machines are stopped before the tasks that they wait for.
        return [new GlueService(state, catalog), Athena(state, catalog), new LogsService(state, logs), new StepFunctionsService(state, ecs), ecs];
    }

    private static AthenaService Athena(EmulatorState state, GlueCatalog catalog)
    {
        var views = new TableViews(new TableFiles(state.Objects, state.Clock), new ParquetFooters());
        var writer = new InsertWriter(state.Objects, IdSource.For(state.Clock, "athena-files"), state.Clock);
        var engine = new AthenaEngine(catalog, views, writer, Path.Combine(state.Folder, "athena-spill"));
        return new AthenaService(state, new QueryRunner(engine, state.Objects, state.Faults));
    }
}

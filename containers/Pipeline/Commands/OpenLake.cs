using System.CommandLine;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.Commands;

/// <summary>A lake open for reading: its snapshots and an engine that shows them.</summary>
internal sealed class OpenLake : IDisposable
{
    private OpenLake(SnapshotStore store, DuckDbEngine engine)
    {
        Store = store;
        Engine = engine;
    }

    /// <summary>The snapshots.</summary>
    public SnapshotStore Store { get; }

    /// <summary>The engine.</summary>
    public DuckDbEngine Engine { get; }

    /// <summary>Opens the lake that the options name; takes no lock.</summary>
    /// <exception cref="CallerException">There is no lake in that folder.</exception>
    public static OpenLake Read(ParseResult parsed)
    {
        var store = new SnapshotStore(Existing(parsed));
        var engine = new DuckDbEngine(EngineOptionsOf(parsed));
        try
        {
            ShowAll(engine, store);
            return new OpenLake(store, engine);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>The lake that the options name.</summary>
    /// <exception cref="CallerException">There is no lake in that folder.</exception>
    public static LakeFolder Existing(ParseResult parsed)
    {
        var lake = GlobalOptions.LakeOf(parsed);
        return lake.Exists
            ? lake
            : throw new CallerException($"{lake.Root} holds no lake yet: make one with 'recommender run --source DIR --lake {parsed.GetValue(GlobalOptions.Lake)}' or 'recommender demo', or name another with --lake DIR");
    }

    /// <summary>Makes the engine show every table that is built.</summary>
    /// <exception cref="EnvironmentException">A snapshot's files are missing or damaged.</exception>
    public static void ShowAll(DuckDbEngine engine, SnapshotStore store)
    {
        foreach (var table in GroceryPipeline.Tables)
        {
            try
            {
                engine.ShowAll([table], store);
            }
            catch (DuckDbException error)
            {
                throw new EnvironmentException(
                    $"{table.Name}: its current snapshot {store.Pointer(table.Name)?.Snapshot} cannot be read: {error.Message}\n'recommender doctor' shows the damage; 'recommender rollback {table.Name}' goes back to the snapshot before", error);
            }
        }
    }

    /// <summary>The engine's options as the command line gives them.</summary>
    public static EngineOptions EngineOptionsOf(ParseResult parsed, string? spillFolder = null) => new()
    {
        MemoryBytes = GlobalOptions.MemoryOf(parsed),
        Threads = GlobalOptions.ThreadsOf(parsed),
        SpillFolder = spillFolder,
    };

    /// <inheritdoc/>
    public void Dispose() => Engine.Dispose();
}

using System.CommandLine;
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
            engine.ShowAll(GroceryPipeline.Tables, store);
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

using System.CommandLine;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Commands;

/// <summary>A lake open for reading with the embedded engine, which shows its snapshots.</summary>
internal sealed class OpenLake : IDisposable
{
    private readonly ILakePlace _place;

    private OpenLake(ILakePlace place, DuckDbEngine engine)
    {
        _place = place;
        Engine = engine;
    }

    /// <summary>The snapshots.</summary>
    public SnapshotStore Store => _place.Store;

    /// <summary>The engine.</summary>
    public DuckDbEngine Engine { get; }

    /// <summary>Opens the lake that the options name; takes no lock.</summary>
    /// <param name="parsed">The options.</param>
    /// <param name="terminal">Gives time and the environment.</param>
    /// <param name="tables">The tables to show; from a lake that is not on this machine their files are fetched.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CallerException">There is no lake.</exception>
    public static OpenLake Read(ParseResult parsed, Terminal terminal, IEnumerable<TableDeclaration> tables, CancellationToken cancellationToken)
    {
        var place = Existing(parsed, terminal, cancellationToken);
        try
        {
            return Over(place, parsed, tables, cancellationToken);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Opens a lake for reading, and takes it over.</summary>
    public static OpenLake Over(ILakePlace place, ParseResult parsed, IEnumerable<TableDeclaration> tables, CancellationToken cancellationToken)
    {
        DuckDbEngine? engine = null;
        try
        {
            engine = new DuckDbEngine(EngineOptionsOf(parsed));
            engine.ShowAll(tables, place.Store, cancellationToken);
            return new OpenLake(place, engine);
        }
        catch
        {
            engine?.Dispose();
            throw;
        }
    }

    /// <summary>The lake that the options name.</summary>
    /// <exception cref="CallerException">There is none.</exception>
    public static ILakePlace Existing(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var place = LakePlaces.Open(parsed, terminal, cancellationToken);
        if (place.Store.Storage.Exists)
        {
            return place;
        }

        var name = place.Store.Storage.Name;
        place.Dispose();
        throw new CallerException($"{name} holds no lake yet: make one with 'recommender run --source DIR --lake {parsed.GetValue(GlobalOptions.Lake)}' or 'recommender demo', or name another with --lake LAKE");
    }

    /// <summary>The engine's options as the command line gives them.</summary>
    public static EngineOptions EngineOptionsOf(ParseResult parsed, string? spillFolder = null) => new()
    {
        MemoryBytes = GlobalOptions.MemoryOf(parsed),
        Threads = GlobalOptions.ThreadsOf(parsed),
        SpillFolder = spillFolder,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        Engine.Dispose();
        _place.Dispose();
    }
}

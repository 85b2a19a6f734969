using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Support;

/// <summary>A folder of its own with a delivery and a lake, and the program run in-process over them.</summary>
public class Workspace : IDisposable
{
    /// <summary>Where the clock stands at first, as the golden files show it.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("recommender-cli-").FullName;

    internal FakeClock Clock { get; } = new(Start);

    /// <summary>The lake's folder.</summary>
    public string LakePath => Path.Combine(_folder, "lake");

    /// <summary>A delivery's folder.</summary>
    public string Delivery => Path.Combine(_folder, "delivery");

    internal SnapshotStore Store => new(new LakeFolder(LakePath));

    /// <summary>A path in the folder.</summary>
    public string In(string name) => Path.Combine(_folder, name);

    /// <summary>The current data file of a table that has one.</summary>
    public string DataFile(string table)
    {
        var name = TableName.Parse(table);
        var current = Store.Current(name)!;
        return Path.Combine(Store.Lake.Snapshot(name, current.Snapshot), current.Files[0].Path);
    }

    /// <summary>Writes the tiny delivery and loads it.</summary>
    internal Task<CommandResult> LoadAsync(int users = TinyDelivery.DefaultUsers, IReadOnlyDictionary<string, string[]>? extraLines = null, int? width = null)
    {
        TinyDelivery.Write(Delivery, users, extraLines);
        return RunAsync(["run", "--source", Delivery], width);
    }

    /// <summary>Runs a command over the lake, or over the one that it names itself.</summary>
    internal Task<CommandResult> RunAsync(params string[] args) => RunAsync(args, null);

    internal async Task<CommandResult> RunAsync(string[] args, int? width, string input = "", CancellationToken stopped = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Out = output, Error = error, In = new StringReader(input), Clock = Clock, Width = width, Stopped = stopped };
        var code = await RecommenderProgram.RunAsync(args.Contains("--lake") ? args : [.. args, "--lake", LakePath], terminal);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

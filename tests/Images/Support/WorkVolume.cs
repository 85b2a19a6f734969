namespace Recommender.Images.Tests.Support;

/// <summary>A volume of a test's own, mounted at /work, and commands run over it in containers that are closed as those of the platform are.</summary>
internal sealed class WorkVolume : IAsyncDisposable
{
    /// <summary>What a container may use, unless a test says otherwise: 2 GiB.</summary>
    public const string Memory = "2g";

    private readonly BuiltImages _images;
    private readonly string _name;
    private int _containers;

    private WorkVolume(BuiltImages images, string name)
    {
        _images = images;
        _name = name;
    }

    /// <summary>Options that every container is given besides: other folders, more closed health checks.</summary>
    public List<string> Options { get; } = ["--network", "none"];

    /// <summary>Makes one.</summary>
    /// <param name="images">The images.</param>
    /// <param name="test">The test's name.</param>
    public static async Task<WorkVolume> CreateAsync(BuiltImages images, string test)
    {
        var name = $"recommender-test-{test}-{Environment.ProcessId}";
        (await images.Engine.RunAsync("volume", "create", name)).Fine();
        return new WorkVolume(images, name);
    }

    /// <summary>Runs the program to its end in a container.</summary>
    /// <param name="arguments">The program's arguments.</param>
    public Task<CommandResult> RunAsync(params IEnumerable<string> arguments) => RunAsync([], arguments);

    /// <summary>Runs the program to its end in a container with options of its own.</summary>
    public Task<CommandResult> RunAsync(IEnumerable<string> options, IEnumerable<string> arguments, string? image = null) =>
        _images.Engine.RunAsync(["run", "--rm", .. Closed(options), image ?? _images.Jobs, .. arguments]);

    /// <summary>Starts the program in a container.</summary>
    public async Task<StartedContainer> StartAsync(IEnumerable<string> options, IEnumerable<string> arguments)
    {
        var name = $"{_name}-{++_containers}";
        (await _images.Engine.RunAsync(["run", "--detach", "--name", name, .. Closed(options), _images.Jobs, .. arguments])).Fine();
        return new StartedContainer(_images.Engine, name);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => (await _images.Engine.RunAsync("volume", "rm", "--force", _name)).Fine();

    // Read-only root, no capability, no way to more rights: as infra/Compute/ContainerDefinition.cs has it. An option that is given again wins.
    private IEnumerable<string> Closed(IEnumerable<string> options) =>
    [
        "--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--pids-limit", "256", "--cpus", "2",
        "--memory", Memory, "--memory-swap", Memory, "--volume", $"{_name}:/work", .. Options, .. options,
    ];
}

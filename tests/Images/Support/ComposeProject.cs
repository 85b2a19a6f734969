namespace Recommender.Images.Tests.Support;

/// <summary>The services of <c>compose.yaml</c>, from images that are built already.</summary>
internal sealed class ComposeProject : IAsyncDisposable
{
    private readonly BuiltImages _images;
    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly string _name = $"recommender-test-{Environment.ProcessId}";

    private ComposeProject(BuiltImages images, IReadOnlyDictionary<string, string> variables) => (_images, _variables) = (images, variables);

    /// <summary>Gets it ready; services start with the first command.</summary>
    /// <param name="images">The images.</param>
    /// <param name="users">How many users the delivery has.</param>
    public static async Task<ComposeProject> CreateAsync(BuiltImages images, int users) => new(images, new Dictionary<string, string>
    {
        ["RECOMMENDER_JOBS_IMAGE"] = images.Jobs,
        ["RECOMMENDER_AWS_IMAGE"] = await images.BuildPlatformAsync(),
        ["USERS"] = $"{users}",
    });

    /// <summary>Runs the pipeline's container to its end.</summary>
    /// <param name="arguments">The program's arguments; none for those of the file.</param>
    public Task<CommandResult> RunAsync(params IEnumerable<string> arguments) => ComposeAsync(["run", "-T", "--rm", "pipeline", .. arguments]);

    /// <summary>Starts the pipeline's container as the file has it.</summary>
    public async Task<StartedContainer> StartAsync()
    {
        var container = $"{_name}-started";
        (await ComposeAsync(["run", "-T", "--detach", "--name", container, "pipeline"])).Fine();
        return new StartedContainer(_images.Engine, container);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => (await ComposeAsync(["down", "--volumes", "--timeout", "1"])).Fine();

    private Task<CommandResult> ComposeAsync(IEnumerable<string> arguments) => _images.Engine.ComposeAsync(["--project-name", _name, .. arguments], _variables);
}

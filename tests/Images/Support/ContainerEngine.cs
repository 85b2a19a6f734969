using Recommender.Tests;

namespace Recommender.Images.Tests.Support;

/// <summary>
/// The container engine: the machine's own, or one that <c>engine-up</c> brings up for these tests and <c>engine-down</c> takes
/// away. With <c>RECOMMENDER_TEST_ENGINE</c>, a folder of an earlier <c>engine-up</c>, that one is used and left running.
/// </summary>
public sealed class ContainerEngine : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _lent;

    private ContainerEngine(string folder, bool lent)
    {
        _folder = folder;
        _lent = lent;
    }

    /// <summary>Brings it up.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">It does not come up; the message says why.</exception>
    public static async Task<ContainerEngine> StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("RECOMMENDER_TEST_ENGINE") is { Length: > 0 } lent)
        {
            return new ContainerEngine(lent, lent: true);
        }

        var engine = new ContainerEngine(Repository.PathTo("artifacts", "engine"), lent: false);
        try
        {
            // What a killed test run left.
            await engine.DisposeAsync();
            (await Commands.RunAsync(Script("engine-up"), [engine._folder], cancellationToken)).Fine();
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs <c>docker</c>.</summary>
    internal Task<CommandResult> RunAsync(params IEnumerable<string> arguments) =>
        Commands.RunAsync(Path.Combine(_folder, "docker"), arguments, TestContext.Current.CancellationToken);

    /// <summary>Runs Compose.</summary>
    internal Task<CommandResult> ComposeAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables) =>
        Commands.RunAsync(Path.Combine(_folder, "compose"), arguments, TestContext.Current.CancellationToken, variables);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_lent)
        {
            (await Commands.RunAsync(Script("engine-down"), [_folder], CancellationToken.None)).Fine();
        }
    }

    private static string Script(string name) => Repository.PathTo("tests", "Images", name);
}

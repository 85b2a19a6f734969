using System.Runtime.InteropServices;
using Recommender.Tests;

namespace Recommender.Images.Tests.Support;

/// <summary>The engine, and the images of <c>containers/Dockerfile</c> built by it as they are in the source tree now.</summary>
public sealed class BuiltImages : IAsyncLifetime
{
    /// <summary>What the images are told of the commit.</summary>
    public const string Version = "1.2.3", Revision = "0123456789abcdef0123456789abcdef01234567", Created = "2026-01-05T08:00:00Z", Source = "https://example.com/recommender";

    // The classic builder does not tell a Dockerfile where it runs.
    private static readonly string Builder = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux/arm64" : "linux/amd64";

    private readonly List<string> _tags = [];

    /// <summary>The engine.</summary>
    public ContainerEngine Engine { get; private set; } = null!;

    /// <summary>The image of jobs.</summary>
    public string Jobs { get; private set; } = "";

    /// <summary>The image of training.</summary>
    public string Training { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Engine = await ContainerEngine.StartAsync(TestContext.Current.CancellationToken);
        try
        {
            Jobs = await BuildAsync("jobs", "1");
            Training = await BuildAsync("training", "1");
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Builds an image of the product.</summary>
    /// <param name="target">The target of the Dockerfile.</param>
    /// <param name="tag">What tells it from another build.</param>
    /// <param name="options">More options of <c>docker build</c>.</param>
    /// <returns>Its name.</returns>
    public Task<string> BuildAsync(string target, string tag, params IEnumerable<string> options) => BuildAsync($"{target}:{tag}", Repository.PathTo("containers", "Dockerfile"),
    [
        "--target", target, "--build-arg", $"BUILDER={Builder}", "--build-arg", $"VERSION={Version}", "--build-arg", $"REVISION={Revision}", "--build-arg", $"CREATED={Created}", "--build-arg", $"SOURCE={Source}",
        .. options,
    ]);

    /// <summary>Builds the image of emulated AWS.</summary>
    /// <returns>Its name.</returns>
    public Task<string> BuildPlatformAsync() => BuildAsync("platform:1", Repository.PathTo("tests", "EmulatedPlatform", "Dockerfile"), []);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var tag in _tags)
        {
            await Engine.RunAsync("image", "rm", "--force", tag);
        }

        await Engine.DisposeAsync();
    }

    private async Task<string> BuildAsync(string name, string file, string[] options)
    {
        var tag = $"recommender-test-{name}";
        (await Engine.RunAsync(["build", "--quiet", "--network", "host", "--file", file, "--tag", tag, .. options, Repository.Root])).Fine();
        _tags.Add(tag);
        return tag;
    }
}

using System.Text.Json;

namespace Recommender.Images.Tests.Support;

/// <summary>A container at work, or ended and not yet removed.</summary>
internal sealed class StartedContainer(ContainerEngine engine, string name) : IAsyncDisposable
{
    // Far more than anything waited for takes, on a machine that is busy.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What the engine knows of it.</summary>
    public async Task<JsonElement> InspectAsync() => (await engine.RunAsync("container", "inspect", name)).Fine().Json[0];

    /// <summary>What it wrote so far, to both outputs.</summary>
    public async Task<string> LogsAsync()
    {
        var logs = (await engine.RunAsync("logs", name)).Fine();
        return logs.Error + logs.Out;
    }

    /// <summary>Asks it to stop, and kills it after a time.</summary>
    /// <param name="seconds">The time.</param>
    /// <returns>Its exit code; 137 where it was killed.</returns>
    public async Task<int> StopAsync(int seconds)
    {
        (await engine.RunAsync("stop", "--time", $"{seconds}", name)).Fine();
        return await WaitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitAsync() => int.Parse((await engine.RunAsync("wait", name)).Fine().Out, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Runs a program of the image in it.</summary>
    public Task<CommandResult> ExecuteAsync(params IEnumerable<string> command) => engine.RunAsync(["exec", name, .. command]);

    /// <summary>Looks at it again and again until something is so.</summary>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="isSo">Looks.</param>
    public async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        var end = TimeProvider.System.GetTimestamp() + (long)(_patience.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (!await isSo())
        {
            var state = (await InspectAsync()).GetProperty("State");
            Assert.True(state.GetProperty("Running").GetBoolean(), $"it ended with {state.GetProperty("ExitCode")} before {what}\n{await LogsAsync()}");
            Assert.True(TimeProvider.System.GetTimestamp() < end, $"after {_patience.TotalMinutes} minutes still not: {what}\n{await LogsAsync()}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => (await engine.RunAsync("rm", "--force", "--volumes", name)).Fine();
}

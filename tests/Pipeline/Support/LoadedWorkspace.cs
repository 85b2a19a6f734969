namespace Recommender.Pipeline.Tests.Support;

/// <summary>A workspace whose lake is built once, with one refused order line, for tests that only read.</summary>
public sealed class LoadedWorkspace : Workspace, IAsyncLifetime
{
    /// <summary>What the loading run said.</summary>
    internal CommandResult Loaded { get; private set; } = new(-1, "", "");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        Loaded = await LoadAsync(extraLines: new Dictionary<string, string[]> { ["orders"] = ["x,1,prior,9,1,1,1.0"] }, width: 100);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}

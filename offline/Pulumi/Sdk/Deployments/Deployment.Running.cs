namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Fails: only the real packages can deploy.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static Task<int> RunAsync(Action action) => RefuseAsync();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseAsync();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task> func) => RefuseAsync();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
        => RefuseAsync();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => RefuseAsync();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => RefuseAsync();

    private static Task<int> RefuseAsync()
    {
        const string NoEngine = "Program run without the Pulumi engine available; re-run using the `pulumi` CLI";
        const string Offline = "This build uses the offline subset of the Pulumi SDK, which tests programs and cannot deploy;"
            + " build with the real packages to deploy (-p:RecommenderFeed=full).";
        var hasEngine = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PULUMI_MONITOR"));
        return Task.FromException<int>(new InvalidOperationException(hasEngine ? Offline : $"{NoEngine}. {Offline}"));
    }
}

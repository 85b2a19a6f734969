using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs programs. This build runs them against mocks only.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private Deployment()
    {
    }

    /// <summary>The run that the caller is part of.</summary>
    /// <exception cref="InvalidOperationException">The caller is part of none.</exception>
    public static DeploymentInstance Instance
        => Running.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static DeploymentInstance? TryInstance => Running.Value;

    /// <summary>Runs a stack class against mocks and returns all resources, the stack first.</summary>
    /// <exception cref="RunException">The program failed.</exception>
    /// <exception cref="AggregateException">It failed in several places.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        // Not "new TStack()", which would wrap what the constructor throws.
        => TestAsync(mocks, options, () => (TStack)Activator.CreateInstance(
            typeof(TStack), BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!);

    /// <summary>Runs a stack that <paramref name="serviceProvider"/> makes against mocks.</summary>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return TestAsync(mocks, options, () => serviceProvider.GetService(typeof(TStack)) as TStack
            ?? throw new InvalidOperationException(
                $"Failed to resolve instance of type {typeof(TStack)} from service provider. Register the type with the service provider before calling RunAsync."));
    }

    /// <summary>Runs a function that makes resources against mocks; returns them and its outputs.</summary>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        // The program is one synchronous constructor, as a stack class is.
        var all = await TestAsync(testMocks, testOptions, () => new TestStack(() => createResources().GetAwaiter().GetResult()))
            .ConfigureAwait(false);
        var outputs = all.OfType<TestStack>().FirstOrDefault()?.Results ?? new Dictionary<string, object?>();
        return ([.. all.Where(resource => resource is not TestStack)], outputs);
    }

    /// <summary>Runs a function that makes resources against mocks; returns them and its outputs.</summary>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
        => TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <summary>Runs a function that makes resources against mocks; returns them.</summary>
    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, async Task<IDictionary<string, object?>> () =>
        {
            await createResources().ConfigureAwait(false);
            return new Dictionary<string, object?>();
        }).ConfigureAwait(false);
        return resources;
    }

    /// <summary>Runs a function that makes resources against mocks; returns them.</summary>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
        }).ConfigureAwait(false);
        return resources;
    }

    // Asynchronous even where it need not be: the instance must not leak into the caller's flow.
    private static async Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions? options, Func<Stack> createStack)
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        var run = new DeploymentRun(mocks, options ?? new TestOptions());
        Running.Value = new DeploymentInstance(run);
        await run.ExecuteAsync(createStack).ConfigureAwait(false);
        var errors = run.Log.Errors;
        return errors.Count switch
        {
            0 => run.Engine.Resources,
            1 => throw new RunException(errors[0]),
            _ => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }
}

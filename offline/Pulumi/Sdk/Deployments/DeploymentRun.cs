using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program: its names, its configuration, what it started and what it told.</summary>
internal sealed class DeploymentRun
{
    private const int ExitAfterShownErrors = 32;

    private readonly ResourceRegistrar _registrar;
    private Stack? _stack;

    public DeploymentRun(IMocks mocks, TestOptions options)
    {
        IsDryRun = options.IsPreview ?? true;
        StackName = options.StackName ?? "stack";
        ProjectName = options.ProjectName ?? "project";
        OrganizationName = options.OrganizationName ?? "organization";
        RootDirectory = options.RootDirectory;
        Engine = new MockEngine(mocks, ProjectName, StackName);
        Functions = new ProviderFunctions(Engine);
        _registrar = new ResourceRegistrar(this);
    }

    /// <summary>The run that the caller is part of.</summary>
    public static DeploymentRun Current => Deployment.Instance.Run;

    /// <summary>The run that the caller is part of, if any.</summary>
    public static DeploymentRun? TryCurrent => Deployment.TryInstance?.Run;

    public bool IsDryRun { get; }

    public string StackName { get; }

    public string ProjectName { get; }

    public string OrganizationName { get; }

    public string? RootDirectory { get; }

    public ConfigValues Config { get; } = ConfigValues.FromEnvironment();

    public EngineLog Log { get; } = new();

    public TaskTracker Tasks { get; } = new();

    public MockEngine Engine { get; }

    public ProviderFunctions Functions { get; }

    /// <summary>The root of the resources.</summary>
    public Stack Stack
    {
        get => _stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set => _stack = value;
    }

    /// <summary>Makes the stack and waits for all that it started.</summary>
    public async Task ExecuteAsync(Func<Stack> createStack)
    {
        IReadOnlyList<Exception> failures;
        try
        {
            var stack = createStack();
            stack.RegisterMarkedOutputs();
            failures = await Tasks.WaitAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures = [exception];
        }

        foreach (var failure in failures)
        {
            Log.Error(Explain(failure));
            // For programs that do not return the exit code themselves.
            Environment.ExitCode = ExitAfterShownErrors;
        }
    }

    /// <summary>Starts to register a resource.</summary>
    public void Register(Resource resource, ResourceArgs args, ResourceOptions options, bool remote)
        => Tasks.Track(_registrar.CompleteAsync(resource, args, options, remote));

    /// <summary>Starts to tell a component's outputs.</summary>
    public void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
        => Tasks.Track(_registrar.RegisterOutputsAsync(resource, outputs));

    private static string Explain(Exception failure)
        => failure switch
        {
            RunException => failure.Message,
            ResourceException { HideStack: true } => failure.Message,
            ResourceException => failure.ToString(),
            _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}",
        };
}

using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The present run: what it deploys, and calls to providers.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(DeploymentRun run) => Run = run;

    /// <summary>The stack's name.</summary>
    public string StackName => Run.StackName;

    /// <summary>The project's name.</summary>
    public string ProjectName => Run.ProjectName;

    /// <summary>The folder of the project.</summary>
    public string RootDirectory => Run.RootDirectory
        ?? throw new InvalidOperationException("The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    /// <summary>The organisation that owns the stack.</summary>
    public string OrganizationName => Run.OrganizationName;

    /// <summary>Whether this is a preview, in which what providers compute is unknown.</summary>
    public bool IsDryRun => Run.IsDryRun;

    internal DeploymentRun Run { get; }

    /// <summary>The result of a provider's function, once its arguments are known.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => new(Run.Functions.InvokeAsync<T>(token, args, options));

    /// <summary>The result of a provider's function, once its arguments and dependencies are known.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => new(Run.Functions.InvokeAsync<T>(token, args, options));

    /// <summary>The only value in the result of a provider's function.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(values => values.Values.First());

    /// <summary>The only value in the result of a provider's function.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(values => values.Values.First());

    /// <summary>The result of a provider's function.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Run.Functions.InvokePlainAsync<T>(token, args, options);

    /// <summary>Runs a provider's function.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null)
        => Run.Functions.InvokePlainAsync<object>(token, args, options);

    /// <summary>The only value in the result of a provider's function.</summary>
    public async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => (await InvokeAsync<ImmutableDictionary<string, T>>(token, args, options).ConfigureAwait(false)).Values.First();

    /// <summary>The result of a resource's method.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null)
        => new(Run.Functions.CallAsync<T>(token, args, self, options));

    /// <summary>Runs a resource's method.</summary>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null)
        => Call<object>(token, args, self, options);
}

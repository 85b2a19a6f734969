using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Calls providers' functions and resources' methods.</summary>
internal sealed class ProviderFunctions(MockEngine engine)
{
    private const string Self = "__self__";

    /// <summary>The function's result; unknown while its arguments or the resources they come from are.</summary>
    public async Task<OutputData<T>> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var encoded = await EncodeAsync($"invoke:{token}", args ?? InvokeArgs.Empty).ConfigureAwait(false);
        if (!PropertyDecoder.Decode(encoded.Values).IsKnown)
        {
            return OutputData<T>.Unknown();
        }

        var named = options is InvokeOutputOptions { DependsOn: { } dependsOn }
            ? (await ResourceGraph.NamedAsync(dependsOn).ConfigureAwait(false)).ToImmutableHashSet()
            : [];
        var awaited = encoded.Dependencies.Union(named).ToHashSet();
        foreach (var resource in awaited.Union(ResourceGraph.Flatten(awaited)).OfType<CustomResource>())
        {
            // A stand-in for a registered resource has no id to wait for.
            if (resource.Id is { } id && !(await id.DataTask.ConfigureAwait(false)).IsKnown)
            {
                return OutputData<T>.Unknown();
            }
        }

        var result = await SendAsync<T>(token, encoded, options?.Provider ?? options?.Parent?.GetProvider(token)).ConfigureAwait(false);
        return result.DependingOn(encoded.Dependencies.Union(named));
    }

    /// <summary>The function's result, without what an output would know about it.</summary>
    public async Task<T> InvokePlainAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var encoded = await EncodeAsync($"invoke:{token}", args ?? InvokeArgs.Empty).ConfigureAwait(false);
        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        return (await SendAsync<T>(token, encoded, provider).ConfigureAwait(false)).Value;
    }

    /// <summary>The method's result.</summary>
    public async Task<OutputData<T>> CallAsync<T>(string token, CallArgs args, Resource? self, CallOptions? options)
    {
        var values = (args ?? CallArgs.Empty).ToDictionary();
        var encoded = await EncodedProperties
            .OfAsync($"call:{token}", self is null ? values : values.SetItem(Self, self)).ConfigureAwait(false);
        var provider = self is null ? options?.Provider ?? options?.Parent?.GetProvider(token) : self.Provider;
        return await SendAsync<T>(token, encoded, provider).ConfigureAwait(false);
    }

    private static Task<EncodedProperties> EncodeAsync(string label, InvokeArgs args)
        => EncodedProperties.OfAsync(label, args.ToDictionary());

    private async Task<OutputData<T>> SendAsync<T>(string token, EncodedProperties args, ProviderResource? provider)
    {
        var reference = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);
        var result = await engine.CallAsync(token, args.Values, reference).ConfigureAwait(false);
        return new ValueConverter(warning => Log.Warn(warning)).Convert<T>($"{token} result", result);
    }
}

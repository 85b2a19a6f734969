using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Reads the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads a stack, by default the one that has this name.</summary>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    /// <summary>The stack's name.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The stack's outputs.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>The names of those outputs that are secrets.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>An output of the stack; null where it has none of this name. A secret only if it was one there.</summary>
    public Output<object?> GetOutput(Input<string> name)
        => Find(name, (outputs, key, _) => outputs.GetValueOrDefault(key));

    /// <summary>An output that the stack must have. A secret only if it was one there.</summary>
    public Output<object> RequireOutput(Input<string> name)
        => Find(name, (outputs, key, stack) => outputs.TryGetValue(key, out var value)
            ? value
            : throw new KeyNotFoundException($"Required output '{key}' does not exist on stack '{stack}'."));

    /// <summary>An output of the stack, as secret or plain value.</summary>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).DataTask.ConfigureAwait(false);
        return data.IsSecret
            ? new StackReferenceOutputDetails { SecretValue = data.Value }
            : new StackReferenceOutputDetails { Value = data.Value };
    }

    /// <summary>The value of an output that is no secret; null where there is none or it is unknown.</summary>
    public Task<object?> GetValueAsync(Input<string> name) => PlainAsync(GetOutput(name), "GetOutput");

    /// <summary>The value of an output that must exist and is no secret.</summary>
    public Task<object> RequireValueAsync(Input<string> name) => PlainAsync(RequireOutput(name), "RequireOutput");

    private static async Task<T> PlainAsync<T>(Output<T> output, string alternative)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        return data.IsSecret
            ? throw new InvalidOperationException(
                $"Cannot call '{alternative}ValueAsync' if the referenced stack has secret outputs. Use '{alternative}' instead.")
            : data.Value;
    }

    private Output<T> Find<T>(Input<string> name, Func<ImmutableDictionary<string, object>, string, string, T> find)
    {
        var value = Output.Tuple(name.ToOutput(), Name, Outputs).Apply(found => find(found.Item3, found.Item1, found.Item2));
        return new Output<T>(WithOwnSecrecyAsync());

        async Task<OutputData<T>> WithOwnSecrecyAsync()
        {
            var data = await value.DataTask.ConfigureAwait(false);
            var key = await name.ToOutput().DataTask.ConfigureAwait(false);
            var secrets = await SecretOutputNames.DataTask.ConfigureAwait(false);
            return data.Secret(key.IsKnown && secrets.IsKnown
                ? secrets.Value.Contains(key.Value)
                : (await Outputs.DataTask.ConfigureAwait(false)).IsSecret);
        }
    }
}

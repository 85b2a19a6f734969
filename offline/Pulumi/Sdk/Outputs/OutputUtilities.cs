using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Utilities;

/// <summary>Looks inside outputs. For tests: what is read this way loses its dependencies and its secrecy.</summary>
public static class OutputUtilities
{
    /// <summary>An output that is not known.</summary>
    public static Output<T> CreateUnknown<T>(T value)
        => new(Task.FromResult(new OutputData<T>([], value, isKnown: false, isSecret: false)));

    /// <summary>An output that is not known and whose factory is never called.</summary>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
        => CreateUnknown<T>(default(T)!).Apply(_ => valueFactory());

    /// <summary>A copy of the output that also depends on a resource.</summary>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return output.Transform(data => data.DependingOn([resource]));
    }

    /// <summary>Whether the value is known.</summary>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output)
        => (await output.DataTask.ConfigureAwait(false)).IsKnown;

    /// <summary>The value, or the type's default while it is unknown.</summary>
    public static Task<T> GetValueAsync<T>(Output<T> output) => output.GetValueAsync(whenUnknown: default!);

    /// <summary>The resources that the output depends on.</summary>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
        => (await output.DataTask.ConfigureAwait(false)).Resources;
}

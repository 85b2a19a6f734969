using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Finds the class of a resource type among the loaded packages.</summary>
internal static class ResourceTypes
{
    private static readonly ConcurrentDictionary<string, (string? Version, Type Class)[]> ByToken = new();

    /// <summary>An object for a resource that exists; null where no package declares its type.</summary>
    public static Resource? Construct(string urn, string? version)
    {
        var candidates = Candidates(Pulumi.Urn.Type(urn));
        if (candidates.Length == 0)
        {
            return null;
        }

        var type = candidates.FirstOrDefault(candidate => candidate.Version == version, candidates[0]).Class;
        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters().Length == 3);
        ResourceOptions options = typeof(CustomResource).IsAssignableFrom(type)
            ? new CustomResourceOptions { Urn = urn }
            : new ComponentResourceOptions { Urn = urn };
        return (Resource)constructor.Invoke([Pulumi.Urn.Name(urn), null, options]);
    }

    private static (string? Version, Type Class)[] Candidates(string token)
    {
        if (ByToken.TryGetValue(token, out var known))
        {
            return known;
        }

        var found = Declared().Where(declared => declared.Token == token).Select(declared => (declared.Version, declared.Class)).ToArray();
        // A package that is loaded later may declare what none does yet.
        return found.Length == 0 ? found : ByToken.GetOrAdd(token, found);
    }

    private static IEnumerable<(string Token, string? Version, Type Class)> Declared()
    {
        var sdk = typeof(Resource).Assembly.GetName().Name;
        return from assembly in AppDomain.CurrentDomain.GetAssemblies()
               where !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(name => name.Name == sdk)
               from type in assembly.GetTypes()
               where typeof(Resource).IsAssignableFrom(type)
               let attribute = type.GetCustomAttribute<ResourceTypeAttribute>()
               where attribute is not null
               select (attribute.Type, attribute.Version, type);
    }
}

using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Finds the class of a resource type among the loaded packages.</summary>
internal static class ResourceTypes
{
    private static readonly Lazy<ILookup<string, (string? Version, Type Class)>> ByToken = new(Discover);

    /// <summary>An object for a resource that exists; null where no package declares its type.</summary>
    public static Resource? Construct(string urn, string? version)
    {
        var candidates = ByToken.Value[Pulumi.Urn.Type(urn)].ToArray();
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

    private static ILookup<string, (string? Version, Type Class)> Discover()
    {
        var sdk = typeof(Resource).Assembly.GetName().Name;
        return (from assembly in AppDomain.CurrentDomain.GetAssemblies()
                where !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(name => name.Name == sdk)
                from type in assembly.GetTypes()
                where typeof(Resource).IsAssignableFrom(type)
                let attribute = type.GetCustomAttribute<ResourceTypeAttribute>()
                where attribute is not null
                select (attribute, type))
            .ToLookup(pair => pair.attribute.Type, pair => (pair.attribute.Version, pair.type));
    }
}

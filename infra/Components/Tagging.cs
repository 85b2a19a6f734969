using Pulumi;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Components;

/// <summary>Puts the stack's tags on every resource that takes tags.</summary>
public static class Tagging
{
    /// <summary>The transformation; tags that a resource brings itself win.</summary>
    /// <param name="tags">Gives the tags when the first resource asks for them.</param>
    public static ResourceTransformation Of(Lazy<IReadOnlyDictionary<string, string>> tags) => resource =>
    {
        var property = resource.Args.GetType().GetProperty("Tags");
        if (property?.PropertyType == typeof(InputMap<string>) && property.CanWrite)
        {
            var merged = new InputMap<string>();
            foreach (var (key, value) in tags.Value)
            {
                merged.Add(key, value);
            }

            property.SetValue(resource.Args, property.GetValue(resource.Args) is InputMap<string> own ? InputMap<string>.Merge(merged, own) : merged);
        }

        return new ResourceTransformationResult(resource.Args, resource.Options);
    };
}

using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Works out the URNs that aliases stand for.</summary>
internal static class Aliases
{
    /// <summary>The URNs of a resource's own aliases.</summary>
    public static ImmutableArray<Input<string>> Own(ResourceOptions options, string name, string type)
        => [.. options.Aliases.Select(alias => (Input<string>)ToUrn(alias, name, type, options.Parent))];

    /// <summary>
    /// The URNs of a resource's aliases and of those it has through its parent's: for each former parent, the resource
    /// by its present name and by each of its former ones.
    /// </summary>
    public static IEnumerable<Input<string>> All(Resource resource, ResourceOptions options)
    {
        var (name, type) = (resource.GetResourceName(), resource.GetResourceType());
        var own = resource.AliasUrns;
        if (options.Parent is not { } parent)
        {
            return own;
        }

        var parentName = parent.GetResourceName();
        return own.Concat(parent.AliasUrns.SelectMany(parentAlias => own
            .Select(alias => (Input<string>)alias.Apply(urn => Urn.OfChild(Urn.Name(urn), Urn.Type(urn), parentName, parentAlias)))
            .Prepend((Input<string>)Urn.OfChild(name, type, parentName, parentAlias))));
    }

    private static Output<string> ToUrn(Input<Alias> input, string name, string type, Resource? parent)
        => input.Apply(alias =>
        {
            if (alias.Urn is not null)
            {
                RefuseParts(alias);
                return Output.Create(alias.Urn);
            }

            var parents = (alias.Parent is null ? 0 : 1) + (alias.ParentUrn is null ? 0 : 1) + (alias.NoParent ? 1 : 0);
            if (parents > 1)
            {
                throw new ArgumentException(
                    $"Only specify one of '{nameof(Alias.Parent)}', '{nameof(Alias.ParentUrn)}' or '{nameof(Alias.NoParent)}' in an {nameof(Alias)}");
            }

            return Urn.Create(
                alias.Name ?? name,
                alias.Type ?? type,
                parents == 0 ? parent : alias.Parent,
                alias.ParentUrn,
                alias.Project,
                alias.Stack);
        });

    private static void RefuseParts(Alias alias)
    {
        (string Name, bool IsSet)[] parts =
        [
            (nameof(Alias.Name), alias.Name is not null),
            (nameof(Alias.Type), alias.Type is not null),
            (nameof(Alias.Project), alias.Project is not null),
            (nameof(Alias.Stack), alias.Stack is not null),
            (nameof(Alias.Parent), alias.Parent is not null),
            (nameof(Alias.ParentUrn), alias.ParentUrn is not null),
            (nameof(Alias.NoParent), alias.NoParent),
        ];
        foreach (var (name, isSet) in parts)
        {
            if (isSet)
            {
                throw new ArgumentException($"{nameof(Alias)} should not specify both {nameof(Alias.Urn)} and {name}");
            }
        }
    }
}

using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Works out the URNs that aliases stand for. Mocks have no use for them, but a contradiction fails the run.</summary>
internal static class Aliases
{
    /// <summary>The former URNs of a resource.</summary>
    public static ImmutableArray<Output<string>> ToUrns(ResourceOptions options, string name, string type)
        => [.. options.Aliases.Select(alias => ToUrn(alias, name, type, options.Parent))];

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

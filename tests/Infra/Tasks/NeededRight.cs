using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;
using Recommender.Infra.Tests.Compute;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>A right that a request needs.</summary>
/// <param name="Request">The request, and by whom it was made, as failures name them.</param>
/// <param name="Asked">What IAM is asked.</param>
internal sealed record NeededRight(string Request, IamRequest Asked)
{
    /// <summary>The same in another stack, whose things are called by its own name.</summary>
    public NeededRight In(StackGraph from, StackGraph to)
    {
        var resource = Asked.Resource == from.Key()
            ? to.Key()
            : Asked.Resource.Replace($"recommender-{from.Stack}-", $"recommender-{to.Stack}-", StringComparison.Ordinal).Replace($"recommender_{from.Stack}_", $"recommender_{to.Stack}_", StringComparison.Ordinal);
        return this with { Asked = Asked with { Resource = resource } };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Request} needs {Asked.Action} on {Asked.Resource}";
}

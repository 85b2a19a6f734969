using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Policies;

/// <summary>A policy document in a graph.</summary>
/// <param name="Owner">The resource whose input it is.</param>
/// <param name="Path">Which input.</param>
/// <param name="Kind">What it belongs to.</param>
/// <param name="Json">Its text.</param>
internal sealed record FoundPolicy(GraphResource Owner, string Path, PolicyKind Kind, string Json)
{
    /// <summary>The document.</summary>
    /// <exception cref="FormatException">It is none; the message names the resource.</exception>
    public IamDocument Document
    {
        get
        {
            try
            {
                return IamDocument.Parse(Json);
            }
            catch (FormatException fault)
            {
                throw new FormatException($"{Owner}, {Path}: {fault.Message}", fault);
            }
        }
    }

    /// <summary>How failures name it.</summary>
    public override string ToString() => $"{Owner} ({Path})";
}

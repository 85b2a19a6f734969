using Pulumi;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>A nested output.</summary>
[OutputType]
public sealed class WidgetPart
{
#pragma warning disable CA1051 // Generated packages have public fields.
    public readonly string Name;
    public readonly int? Count;
#pragma warning restore CA1051

    [OutputConstructor]
    private WidgetPart(string name, int? count)
    {
        Name = name;
        Count = count;
    }
}

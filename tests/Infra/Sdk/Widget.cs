using System.Collections.Immutable;
using Pulumi;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>A resource as the package generator writes them.</summary>
[ResourceType("test:index/widget:Widget", null)]
public sealed class Widget(string name, WidgetArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("test:index/widget:Widget", name, args ?? new WidgetArgs(), options)
{
    [Output("label")]
    public Output<string> Label { get; private set; } = null!;

    [Output("size")]
    public Output<int> Size { get; private set; } = null!;

    [Output("weight")]
    public Output<double?> Weight { get; private set; } = null!;

    [Output("colours")]
    public Output<ImmutableArray<string>> Colours { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("parts")]
    public Output<ImmutableArray<WidgetPart>> Parts { get; private set; } = null!;

    [Output("policy")]
    public Output<Union<string, WidgetPart>> Policy { get; private set; } = null!;

    [Output("mode")]
    public Output<WidgetMode?> Mode { get; private set; } = null!;
}

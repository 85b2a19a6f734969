using Pulumi;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>A nested argument.</summary>
public sealed class WidgetPartArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("count")]
    public Input<int>? Count { get; set; }
}

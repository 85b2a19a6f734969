using Pulumi;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>The arguments of a box.</summary>
public sealed class BoxArgs : ResourceArgs
{
    [Input("label", required: true)]
    public Input<string> Label { get; set; } = null!;
}

using Pulumi;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>A component of one widget.</summary>
public sealed class Box : ComponentResource
{
    public Box(string name, BoxArgs args, ComponentResourceOptions? options = null)
        : base("test:index:Box", name, args, options)
    {
        Widget = new Widget($"{name}-widget", new WidgetArgs { Label = args.Label }, new CustomResourceOptions { Parent = this });
        Label = Widget.Label;
        RegisterOutputs();
    }

    public Widget Widget { get; }

    [Output("label")]
    public Output<string> Label { get; private set; }
}

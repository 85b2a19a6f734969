using Pulumi;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>Arguments as the package generator writes them.</summary>
public sealed class WidgetArgs : ResourceArgs
{
    [Input("colours")]
    private InputList<string>? _colours;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("parts")]
    private InputList<WidgetPartArgs>? _parts;

    [Input("label")]
    public Input<string>? Label { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("weight")]
    public Input<double>? Weight { get; set; }

    public InputList<string> Colours
    {
        get => _colours ??= [];
        set => _colours = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    public InputList<WidgetPartArgs> Parts
    {
        get => _parts ??= [];
        set => _parts = value;
    }

    [Input("policy")]
    public InputUnion<string, WidgetPartArgs>? Policy { get; set; }

    [Input("mode")]
    public Input<WidgetMode>? Mode { get; set; }

    [Input("code")]
    public Input<AssetOrArchive>? Code { get; set; }

    [Input("settings", json: true)]
    public Input<WidgetPartArgs>? Settings { get; set; }

    [Input("anything")]
    public object? Anything { get; set; }
}

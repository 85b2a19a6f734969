namespace Pulumi;

/// <summary>Which stack to read.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>The stack's full name.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}

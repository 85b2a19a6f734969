namespace Pulumi;

/// <summary>A collection input that keeps its elements apart, so that one unknown element leaves the others known.</summary>
internal interface INestedInput : IInput
{
    /// <summary>The collection of its element inputs.</summary>
    IInput Elements { get; }
}

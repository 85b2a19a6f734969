namespace Pulumi;

/// <summary>A union whose types are not known to the reader.</summary>
internal interface IUnion
{
    object Value { get; }
}

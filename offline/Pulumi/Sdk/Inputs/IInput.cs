namespace Pulumi;

/// <summary>An input whose value's type is not known to the reader.</summary>
internal interface IInput
{
    IOutput ToOutput();
}

using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output whose value's type is not known to the reader.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}

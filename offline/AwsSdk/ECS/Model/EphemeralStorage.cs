namespace Amazon.ECS.Model;

/// <summary>EphemeralStorage, a part of what ECS is asked or answers.</summary>
public partial class EphemeralStorage
{
    public int? SizeInGiB { get; set; }
}

namespace Amazon.ECS.Model;

/// <summary>CapacityProviderStrategyItem, a part of what ECS is asked or answers.</summary>
public partial class CapacityProviderStrategyItem
{
    public int? Base { get; set; }
    public string CapacityProvider { get; set; }
    public int? Weight { get; set; }
}

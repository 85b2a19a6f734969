namespace Amazon.ECS.Model;

/// <summary>KeyValuePair, a part of what ECS is asked or answers.</summary>
public partial class KeyValuePair
{
    public string Name { get; set; }
    public string Value { get; set; }
}

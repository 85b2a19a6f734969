namespace Amazon.ECS.Model;

/// <summary>Tag, a part of what ECS is asked or answers.</summary>
public partial class Tag
{
    public string Key { get; set; }
    public string Value { get; set; }
}

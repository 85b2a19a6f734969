namespace Amazon.ECS.Model;

/// <summary>Secret, a part of what ECS is asked or answers.</summary>
public partial class Secret
{
    public string Name { get; set; }
    public string ValueFrom { get; set; }
}

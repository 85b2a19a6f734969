namespace Amazon.ECS.Model;

/// <summary>Failure, a part of what ECS is asked or answers.</summary>
public partial class Failure
{
    public string Arn { get; set; }
    public string Detail { get; set; }
    public string Reason { get; set; }
}

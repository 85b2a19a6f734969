namespace Amazon.Athena.Model;

/// <summary>ResultReuseInformation, a part of what Athena is asked or answers.</summary>
public partial class ResultReuseInformation
{
    public bool? ReusedPreviousResult { get; set; }
}

namespace Amazon.Athena.Model;

/// <summary>AthenaError, a part of what Athena is asked or answers.</summary>
public partial class AthenaError
{
    public int? ErrorCategory { get; set; }
    public string ErrorMessage { get; set; }
    public int? ErrorType { get; set; }
    public bool? Retryable { get; set; }
}

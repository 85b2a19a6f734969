using System;

namespace Amazon.Athena.Model;

/// <summary>QueryExecutionStatus, a part of what Athena is asked or answers.</summary>
public partial class QueryExecutionStatus
{
    public AthenaError AthenaError { get; set; }
    public DateTime? CompletionDateTime { get; set; }
    public QueryExecutionState State { get; set; }
    public string StateChangeReason { get; set; }
    public DateTime? SubmissionDateTime { get; set; }
}

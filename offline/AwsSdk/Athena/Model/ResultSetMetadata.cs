using System.Collections.Generic;

namespace Amazon.Athena.Model;

/// <summary>ResultSetMetadata, a part of what Athena is asked or answers.</summary>
public partial class ResultSetMetadata
{
    public List<ColumnInfo> ColumnInfo { get; set; }
}

using System.Collections.Generic;

namespace Amazon.Athena.Model;

/// <summary>ResultSet, a part of what Athena is asked or answers.</summary>
public partial class ResultSet
{
    public ResultSetMetadata ResultSetMetadata { get; set; }
    public List<Row> Rows { get; set; }
}

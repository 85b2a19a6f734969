using System.Collections.Generic;

namespace Amazon.Athena.Model;

/// <summary>Row, a part of what Athena is asked or answers.</summary>
public partial class Row
{
    public List<Datum> Data { get; set; }
}

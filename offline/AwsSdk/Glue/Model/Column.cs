using System.Collections.Generic;

namespace Amazon.Glue.Model;

/// <summary>Column, a part of what Glue is asked or answers.</summary>
public partial class Column
{
    public string Comment { get; set; }
    public string Name { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
    public string Type { get; set; }
}

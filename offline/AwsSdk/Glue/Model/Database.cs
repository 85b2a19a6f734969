using System;
using System.Collections.Generic;

namespace Amazon.Glue.Model;

/// <summary>Database, a part of what Glue is asked or answers.</summary>
public partial class Database
{
    public string CatalogId { get; set; }
    public DateTime? CreateTime { get; set; }
    public string Description { get; set; }
    public string LocationUri { get; set; }
    public string Name { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
    public DatabaseIdentifier TargetDatabase { get; set; }
}

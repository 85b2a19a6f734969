using System;
using System.Collections.Generic;

namespace Amazon.Glue.Model;

/// <summary>Table, a part of what Glue is asked or answers.</summary>
public partial class Table
{
    public string CatalogId { get; set; }
    public DateTime? CreateTime { get; set; }
    public string CreatedBy { get; set; }
    public string DatabaseName { get; set; }
    public string Description { get; set; }
    public bool? IsRegisteredWithLakeFormation { get; set; }
    public DateTime? LastAccessTime { get; set; }
    public DateTime? LastAnalyzedTime { get; set; }
    public string Name { get; set; }
    public string Owner { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
    public List<Column> PartitionKeys { get; set; }
    public int? Retention { get; set; }
    public StorageDescriptor StorageDescriptor { get; set; }
    public string TableType { get; set; }
    public TableIdentifier TargetTable { get; set; }
    public DateTime? UpdateTime { get; set; }
    public string VersionId { get; set; }
    public string ViewExpandedText { get; set; }
    public string ViewOriginalText { get; set; }
}

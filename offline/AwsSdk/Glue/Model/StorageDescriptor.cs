using System.Collections.Generic;

namespace Amazon.Glue.Model;

/// <summary>StorageDescriptor, a part of what Glue is asked or answers.</summary>
public partial class StorageDescriptor
{
    public List<string> AdditionalLocations { get; set; }
    public List<string> BucketColumns { get; set; }
    public List<Column> Columns { get; set; }
    public bool? Compressed { get; set; }
    public string InputFormat { get; set; }
    public string Location { get; set; }
    public int? NumberOfBuckets { get; set; }
    public string OutputFormat { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
    public SerDeInfo SerdeInfo { get; set; }
    public List<Order> SortColumns { get; set; }
    public bool? StoredAsSubDirectories { get; set; }
}

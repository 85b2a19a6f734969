using System.Collections.Generic;

namespace Amazon.Glue.Model;

/// <summary>SerDeInfo, a part of what Glue is asked or answers.</summary>
public partial class SerDeInfo
{
    public string Name { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
    public string SerializationLibrary { get; set; }
}

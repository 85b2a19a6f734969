using System.Collections.Generic;

namespace Amazon.ECS.Model;

/// <summary>Attachment, a part of what ECS is asked or answers.</summary>
public partial class Attachment
{
    public List<KeyValuePair> Details { get; set; }
    public string Id { get; set; }
    public string Status { get; set; }
    public string Type { get; set; }
}

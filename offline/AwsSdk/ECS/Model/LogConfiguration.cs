using System.Collections.Generic;

namespace Amazon.ECS.Model;

/// <summary>LogConfiguration, a part of what ECS is asked or answers.</summary>
public partial class LogConfiguration
{
    public LogDriver LogDriver { get; set; }
    public Dictionary<string, string> Options { get; set; }
    public List<Secret> SecretOptions { get; set; }
}

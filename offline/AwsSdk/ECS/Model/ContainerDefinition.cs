using System.Collections.Generic;

namespace Amazon.ECS.Model;

/// <summary>ContainerDefinition, a part of what ECS is asked or answers.</summary>
public partial class ContainerDefinition
{
    public List<string> Command { get; set; }
    public int? Cpu { get; set; }
    public bool? DisableNetworking { get; set; }
    public List<string> DnsSearchDomains { get; set; }
    public List<string> DnsServers { get; set; }
    public Dictionary<string, string> DockerLabels { get; set; }
    public List<string> DockerSecurityOptions { get; set; }
    public List<string> EntryPoint { get; set; }
    public List<KeyValuePair> Environment { get; set; }
    public bool? Essential { get; set; }
    public string Hostname { get; set; }
    public string Image { get; set; }
    public bool? Interactive { get; set; }
    public List<string> Links { get; set; }
    public LogConfiguration LogConfiguration { get; set; }
    public int? Memory { get; set; }
    public int? MemoryReservation { get; set; }
    public string Name { get; set; }
    public bool? Privileged { get; set; }
    public bool? PseudoTerminal { get; set; }
    public bool? ReadonlyRootFilesystem { get; set; }
    public List<Secret> Secrets { get; set; }
    public int? StartTimeout { get; set; }
    public int? StopTimeout { get; set; }
    public string User { get; set; }
    public string WorkingDirectory { get; set; }
}

namespace Amazon.Athena.Model;

/// <summary>ResultReuseByAgeConfiguration, a part of what Athena is asked or answers.</summary>
public partial class ResultReuseByAgeConfiguration
{
    public bool? Enabled { get; set; }
    public int? MaxAgeInMinutes { get; set; }
}

namespace Amazon.Athena.Model;

/// <summary>ResultReuseConfiguration, a part of what Athena is asked or answers.</summary>
public partial class ResultReuseConfiguration
{
    public ResultReuseByAgeConfiguration ResultReuseByAgeConfiguration { get; set; }
}

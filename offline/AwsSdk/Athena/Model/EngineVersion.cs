namespace Amazon.Athena.Model;

/// <summary>EngineVersion, a part of what Athena is asked or answers.</summary>
public partial class EngineVersion
{
    public string EffectiveEngineVersion { get; set; }
    public string SelectedEngineVersion { get; set; }
}

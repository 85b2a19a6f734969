namespace Amazon.Athena.Model;

/// <summary>Datum, a part of what Athena is asked or answers.</summary>
public partial class Datum
{
    public string VarCharValue { get; set; }
}

namespace Recommender.Infra.Observability;

/// <summary>Units in which settings and metrics differ.</summary>
internal static class Units
{
    /// <summary>Bytes of a GiB.</summary>
    public const double GiB = 1024.0 * 1024 * 1024;
}

namespace Recommender.Infra.Observability.Alarms;

/// <summary>What silence means to an alarm.</summary>
internal enum MissingData
{
    /// <summary>Nothing happened, and that is fine.</summary>
    Fine,

    /// <summary>What should have happened has not, or what should speak is silent.</summary>
    Fault,

    /// <summary>Nothing is known: the alarm says "insufficient data" and calls nobody.</summary>
    Unknown,
}

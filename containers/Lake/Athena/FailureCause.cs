namespace Recommender.Lake.Athena;

/// <summary>Whose fault it is that a query failed.</summary>
internal enum FailureCause
{
    /// <summary>The statement's.</summary>
    Statement,

    /// <summary>A value's in the data.</summary>
    Data,

    /// <summary>The surroundings': the service, rights, limits.</summary>
    Surroundings,
}

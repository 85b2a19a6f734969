namespace Recommender.Lake.Planning;

/// <summary>What a run does with a step.</summary>
public enum PlanAction
{
    /// <summary>Nothing: the current snapshot follows from what is there.</summary>
    Skip,

    /// <summary>Build a new snapshot.</summary>
    Build,

    /// <summary>Nothing: this very build was rolled back.</summary>
    Hold,
}

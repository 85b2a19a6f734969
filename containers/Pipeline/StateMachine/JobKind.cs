namespace Recommender.Pipeline.StateMachine;

/// <summary>What a step's work is like: each kind runs in a task definition of its own, with its own size and its own rights.</summary>
public enum JobKind
{
    /// <summary>Loads what arrived into the raw zone.</summary>
    Ingest,

    /// <summary>Runs an SQL model.</summary>
    Transform,

    /// <summary>Trains, tunes or measures models.</summary>
    Train,

    /// <summary>Computes what is published: recommendations and what goes with them.</summary>
    Score,
}

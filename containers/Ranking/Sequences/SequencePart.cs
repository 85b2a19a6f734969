namespace Recommender.Ranking.Sequences;

/// <summary>What a key set uses a user for.</summary>
public enum SequencePart
{
    /// <summary>In no part: the history is known to all, and nothing else.</summary>
    None,

    /// <summary>To fit on: the next basket is learnt from.</summary>
    Train,

    /// <summary>To choose settings on; never learnt from.</summary>
    Val,

    /// <summary>To rank for; the next basket, where it is known, only measures.</summary>
    Test,
}

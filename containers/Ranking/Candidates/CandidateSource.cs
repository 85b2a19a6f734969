namespace Recommender.Ranking.Candidates;

/// <summary>Where a candidate comes from; one may come from several.</summary>
[Flags]
internal enum CandidateSource
{
    /// <summary>From nowhere: not a candidate.</summary>
    None = 0,

    /// <summary>The user bought it before.</summary>
    History = 1,

    /// <summary>Other users buy it together with what the user bought last.</summary>
    Similar = 2,

    /// <summary>Users like this one buy it.</summary>
    Neighbours = 4,

    /// <summary>It is popular in departments that the user shops in.</summary>
    Department = 8,

    /// <summary>It is popular with all, or trending.</summary>
    Popular = 16,
}

namespace Recommender.Infra.Tests.Policies;

/// <summary>What policies say to a request.</summary>
internal enum IamDecision
{
    /// <summary>No statement allows it.</summary>
    NotAllowed,

    /// <summary>One allows it, and none denies it.</summary>
    Allowed,

    /// <summary>One denies it, whatever others say.</summary>
    Denied,
}

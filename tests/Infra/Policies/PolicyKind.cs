namespace Recommender.Infra.Tests.Policies;

/// <summary>What a policy document belongs to.</summary>
internal enum PolicyKind
{
    /// <summary>What a role or user may do.</summary>
    Identity,

    /// <summary>Who may assume a role.</summary>
    Trust,

    /// <summary>Who may do what to the resource that has it.</summary>
    Resource,
}

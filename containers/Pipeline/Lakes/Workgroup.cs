namespace Recommender.Pipeline.Lakes;

/// <summary>The workgroups that a stack has for the program; each has its own bound on what a query may scan.</summary>
internal enum Workgroup
{
    /// <summary>Runs.</summary>
    Jobs,

    /// <summary>Questions of people.</summary>
    Analysts,
}

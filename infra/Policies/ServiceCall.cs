using Pulumi;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Policies;

/// <summary>Calls of KMS that an AWS service makes for somebody.</summary>
internal static class ServiceCall
{
    /// <summary>That one of these services of the stack's region calls, not whoever it calls for.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="services">Such as <c>s3</c>.</param>
    public static PolicyCondition By(StackContext context, params IEnumerable<string> services) =>
        new("StringEquals", "kms:ViaService", [.. services.Select(service => (Input<string>)Output.Format($"{service}.{context.Region}.amazonaws.com"))]);
}

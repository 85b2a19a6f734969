using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>
/// No policy of a bucket or key lets everyone in, whatever its conditions; nor does one of a repository, queue or topic.
/// </summary>
internal sealed class OpenPrincipalRule : ISecurityRule
{
    private static readonly Dictionary<string, string> _ids = new()
    {
        ["aws:s3/bucketPolicy:BucketPolicy"] = "CKV_AWS_70",
        ["aws:kms/key:Key"] = "CKV_AWS_33",
        ["aws:kms/keyPolicy:KeyPolicy"] = "CKV_AWS_33",
        ["aws:ecr/repositoryPolicy:RepositoryPolicy"] = "CKV_AWS_32",
        ["aws:sqs/queue:Queue"] = "CKV_AWS_168",
        ["aws:sqs/queuePolicy:QueuePolicy"] = "CKV_AWS_168",
        ["aws:sns/topic:Topic"] = "CKV_AWS_169",
        ["aws:sns/topicPolicy:TopicPolicy"] = "CKV_AWS_169",
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = [.. _ids.Values.Distinct()];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph) =>
        from policy in PolicyFinder.All(graph)
        where _ids.ContainsKey(policy.Owner.Type)
        from statement in policy.Document.Statements
        where statement.Allows && (statement.Principals.Count == 0 || statement.Principals.Any(principal => principal.IsEveryone))
        select new Finding(_ids[policy.Owner.Type], policy.Owner, $"statement {statement.Sid} lets everyone in");
}

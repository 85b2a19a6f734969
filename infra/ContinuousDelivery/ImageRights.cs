using Recommender.Infra.Policies;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>Pushing images, and keeping the program's state.</summary>
internal static class ImageRights
{
    /// <summary>The statements.</summary>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope) =>
    [
        // It knows no resource: a registry is signed in to as a whole.
        new("SignInToRegistry") { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] },
        new("PushImages")
        {
            Actions =
            [
                "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImageScanFindings", "ecr:DescribeImages",
                "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:ListImages", "ecr:PutImage", "ecr:UploadLayerPart",
            ],
            Resources = [scope.Named("ecr", "repository/")],
        },
        new("ChangeRepositories")
        {
            Actions =
            [
                "ecr:CreateRepository", "ecr:DeleteLifecyclePolicy", "ecr:DescribeRepositories", "ecr:GetLifecyclePolicy", "ecr:ListTagsForResource",
                "ecr:PutImageScanningConfiguration", "ecr:PutImageTagMutability", "ecr:PutLifecyclePolicy", "ecr:TagResource", "ecr:UntagResource",
                .. scope.Losing("ecr:BatchDeleteImage", "ecr:DeleteRepository"),
            ],
            Resources = [scope.Named("ecr", "repository/")],
        },
        .. State(scope),
    ];

    // The files of a self-managed backend; the other stack's lie beside them.
    private static IEnumerable<PolicyStatement> State(StackScope scope)
    {
        var bucket = scope.Context.Settings.Delivery.StateBucket;
        if (bucket.Length == 0)
        {
            yield break;
        }

        var (project, stack) = (Settings.StackContext.Project, scope.Context.Stack);
        var files = $"arn:aws:s3:::{bucket}/.pulumi";
        yield return new("FindState") { Actions = ["s3:GetBucketLocation", "s3:ListBucket"], Resources = [$"arn:aws:s3:::{bucket}"] };
        yield return new("ReadBackend") { Actions = ["s3:GetObject"], Resources = [$"{files}/meta.yaml"] };
        yield return new("KeepState")
        {
            Actions = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
            Resources =
            [
                $"{files}/stacks/{project}/{stack}.json*", $"{files}/history/{project}/{stack}/*", $"{files}/backups/{project}/{stack}/*",
                $"{files}/locks/organization/{project}/{stack}/*",
            ],
        };
    }
}

namespace Recommender.Infra.Networking;

/// <summary>An AWS service that tasks call over an interface endpoint.</summary>
/// <param name="Service">The service as endpoints call it, such as <c>ecr.dkr</c>.</param>
/// <param name="Actions">What the endpoint lets through.</param>
internal sealed record ServiceEndpoint(string Service, IReadOnlyList<string> Actions)
{
    // Fargate pulls an image through both.
    private static readonly IReadOnlyList<string> _imagePull =
        ["ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"];

    /// <summary>
    /// The services. Each endpoint costs by the hour, so what no task calls has none: KMS and Firehose (S3, Glue and Secrets Manager
    /// call KMS for the tasks, and Firehose fetches from the stream outside of the network), Kinesis and CloudWatch's metrics (no task
    /// writes to either), and ECS, whose agent Fargate keeps outside too (Amazon ECS developer guide, "Considerations for Amazon ECS
    /// VPC endpoints for Fargate"). Secrets Manager, STS and Step Functions are there for jobs that sign in to a source, take on a role
    /// or answer a run.
    /// </summary>
    public static IReadOnlyList<ServiceEndpoint> All { get; } =
    [
        new("athena",
            [
                "athena:StartQueryExecution", "athena:StopQueryExecution", "athena:GetQueryExecution", "athena:BatchGetQueryExecution",
                "athena:GetQueryResults", "athena:GetQueryRuntimeStatistics", "athena:GetWorkGroup",
            ]),
        new("glue",
            [
                "glue:GetDatabase", "glue:GetDatabases", "glue:GetTable", "glue:GetTables", "glue:GetTableVersions", "glue:GetPartition", "glue:GetPartitions",
                "glue:BatchGetPartition", "glue:BatchCreatePartition", "glue:CreatePartition", "glue:CreateTable", "glue:UpdateTable", "glue:DeleteTable",
            ]),
        new("ecr.api", _imagePull),
        new("ecr.dkr", _imagePull),
        new("logs", ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]),
        new("secretsmanager", ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]),
        new("sts", ["sts:AssumeRole", "sts:GetCallerIdentity"]),
        new("states", ["states:DescribeExecution", "states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"]),
    ];
}

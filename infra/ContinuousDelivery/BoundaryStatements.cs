using Recommender.Infra.Policies;
using Recommender.Infra.Settings;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>The boundary's statements: what tasks and services of the stack do between them. A test holds every role's policy against it.</summary>
internal static class BoundaryStatements
{
    /// <summary>The statements.</summary>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope) => [.. Data(scope), .. Work(scope), .. Watching(scope)];

    private static PolicyStatement[] Data(StackScope scope) =>
    [
        new("Objects")
        {
            Actions =
            [
                "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket", "s3:ListBucketMultipartUploads",
                "s3:ListMultipartUploadParts", "s3:PutObject",
            ],
            Resources = [$"arn:aws:s3:::{scope.Names}"],
        },
        new("Keys")
        {
            Actions = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
            Resources = [scope.Any("kms", "key/*")],
            Conditions = scope.Own,
        },
        new("Tables")
        {
            Actions =
            [
                "glue:BatchCreatePartition", "glue:BatchGetPartition", "glue:CreatePartition", "glue:CreateTable", "glue:DeleteTable", "glue:GetDatabase",
                "glue:GetDatabases", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions", "glue:GetTables",
                "glue:UpdateTable",
            ],
            Resources =
            [
                scope.Any("glue", "catalog"), scope.Any("glue", "database/default"), scope.Any("glue", $"database/{StackContext.Project}_{scope.Context.Stack}_*"),
                scope.Any("glue", $"table/{StackContext.Project}_{scope.Context.Stack}_*/*"),
            ],
        },
        new("Queries")
        {
            Actions =
            [
                "athena:BatchGetNamedQuery", "athena:BatchGetQueryExecution", "athena:GetNamedQuery", "athena:GetQueryExecution", "athena:GetQueryResults",
                "athena:GetQueryResultsStream", "athena:GetQueryRuntimeStatistics", "athena:GetWorkGroup", "athena:ListNamedQueries", "athena:ListQueryExecutions",
                "athena:StartQueryExecution", "athena:StopQueryExecution",
            ],
            Resources = [scope.Named("athena", "workgroup/")],
        },
        new("Catalogs")
        {
            Actions = ["athena:GetDataCatalog", "athena:GetDatabase", "athena:GetTableMetadata", "athena:ListDatabases", "athena:ListTableMetadata"],
            Resources = [scope.Any("athena", "datacatalog/AwsDataCatalog")],
        },
        new("SourceDatabase") { Actions = ["rds-db:connect"], Resources = [scope.Any("rds-db", $"dbuser:*/{Databases.SourceDatabase.IngestUser}")] },
    ];

    private static PolicyStatement[] Work(StackScope scope) =>
    [
        new("Images") { Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Resources = [scope.Named("ecr", "repository/")] },
        new("Tasks")
        {
            Actions = ["ecs:DescribeTasks", "ecs:RunTask", "ecs:StopTask", "ecs:TagResource"],
            Resources = [scope.Named("ecs", "task-definition/", ":*"), scope.Named("ecs", "task/", "/*")],
        },
        new("HandOutRoles")
        {
            Actions = ["iam:PassRole"],
            Resources = [scope.Global("iam", $"role/{scope.Names}")],
            Conditions = [new("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com")],
        },
        new("TaskEvents") { Actions = ["events:DescribeRule", "events:PutRule", "events:PutTargets"], Resources = [scope.Any("events", "rule/StepFunctionsGetEventsForECSTaskRule")] },
        new("Runs")
        {
            Actions = ["states:DescribeExecution", "states:ListExecutions", "states:StartExecution"],
            Resources = [scope.Named("states", "stateMachine:"), scope.Named("states", "execution:", ":*")],
        },
        new("Messages")
        {
            Actions =
            [
                "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards", "sns:Publish", "sqs:SendMessage",
            ],
            Resources = [scope.Named("kinesis", "stream/"), scope.Named("sns", ""), scope.Named("sqs", "")],
        },
    ];

    private static PolicyStatement[] Watching(StackScope scope) =>
    [
        new("Logs")
        {
            Actions =
            [
                "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:PutLogEvents", "logs:PutRetentionPolicy",
            ],
            Resources =
            [
                scope.Any("logs", $"log-group:{scope.Context.LogGroup("*")}"), scope.Any("logs", $"log-group:/aws/*/{scope.Names}"), scope.Any("logs", "log-group:RDSOSMetrics*"),
            ],
        },

        new("Alarms") { Actions = ["cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms"], Resources = [scope.Named("cloudwatch", "alarm:")] },

        // None of these knows a resource.
        new("Account")
        {
            Actions =
            [
                "athena:ListDataCatalogs", "athena:ListEngineVersions", "athena:ListWorkGroups", "cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "ecr:GetAuthorizationToken",
                "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:GetLogDelivery",
                "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery", "xray:GetSamplingRules", "xray:GetSamplingTargets",
                "xray:PutTelemetryRecords", "xray:PutTraceSegments",
            ],
            Resources = ["*"],
        },
    ];
}

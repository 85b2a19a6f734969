using Pulumi;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Events;

/// <summary>What Firehose may do: read this stream and this table's schema, write under these two prefixes.</summary>
internal static class DeliveryPolicy
{
    /// <summary>The policy.</summary>
    /// <param name="args">The stream's parts.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="logGroupArn">The log group.</param>
    public static Output<string> Of(StreamingArgs args, Aws.Kinesis.Stream stream, Output<string> logGroupArn)
    {
        var context = args.Context;
        return PolicyDocument.Json(
            new PolicyStatement("ReadTheStream")
            {
                Actions = ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
                Resources = [stream.Arn],
            },
            new PolicyStatement("ReadTheSchema")
            {
                Actions = ["glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions"],
                Resources =
                [
                    context.Arn("glue", "catalog"),
                    context.Arn("glue", Output.Format($"database/{args.DatabaseName}")),
                    context.Arn("glue", Output.Format($"table/{args.DatabaseName}/{args.CatalogTableName}")),
                ],
            },
            new PolicyStatement("FindTheBucket") { Actions = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], Resources = [args.BucketArn] },
            new PolicyStatement("WriteObjects")
            {
                Actions = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
                Resources = [Output.Format($"{args.BucketArn}/{args.Prefix}*"), Output.Format($"{args.BucketArn}/{Streaming.ErrorPrefix}*")],
            },
            new PolicyStatement("UseTheKey")
            {
                Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
                Resources = [args.KeyArn],
                Conditions = [ServiceCall.By(context, "s3", "kinesis")],
            },
            new PolicyStatement("WriteTheLog") { Actions = ["logs:PutLogEvents"], Resources = [Output.Format($"{logGroupArn}:log-stream:*")] });
    }
}

using Recommender.Infra.Policies;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>Changing the stream of events, topics and queues, without reading a message.</summary>
internal static class StreamRights
{
    /// <summary>The statements.</summary>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope) =>
    [
        new("ChangeStreams")
        {
            Actions =
            [
                "kinesis:AddTagsToStream", "kinesis:CreateStream", "kinesis:DecreaseStreamRetentionPeriod", "kinesis:DescribeStream", "kinesis:DescribeStreamSummary",
                "kinesis:DisableEnhancedMonitoring", "kinesis:EnableEnhancedMonitoring", "kinesis:IncreaseStreamRetentionPeriod", "kinesis:ListTagsForResource",
                "kinesis:ListTagsForStream", "kinesis:RemoveTagsFromStream", "kinesis:StartStreamEncryption", "kinesis:TagResource", "kinesis:UntagResource",
                "kinesis:UpdateShardCount", "kinesis:UpdateStreamMode",
                .. scope.Losing("kinesis:DeleteStream", "kinesis:StopStreamEncryption"),
            ],
            Resources = [scope.Named("kinesis", "stream/")],
        },
        new("ChangeDeliveryStreams")
        {
            Actions =
            [
                "firehose:CreateDeliveryStream", "firehose:DeleteDeliveryStream", "firehose:DescribeDeliveryStream", "firehose:ListTagsForDeliveryStream",
                "firehose:StartDeliveryStreamEncryption", "firehose:StopDeliveryStreamEncryption", "firehose:TagDeliveryStream", "firehose:UntagDeliveryStream",
                "firehose:UpdateDestination",
            ],
            Resources = [scope.Named("firehose", "deliverystream/")],
        },
        new("ChangeTopics")
        {
            Actions =
            [
                "sns:CreateTopic", "sns:DeleteTopic", "sns:GetSubscriptionAttributes", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic", "sns:ListTagsForResource",
                "sns:SetSubscriptionAttributes", "sns:SetTopicAttributes", "sns:Subscribe", "sns:TagResource", "sns:Unsubscribe", "sns:UntagResource",
            ],
            Resources = [scope.Named("sns", "")],
        },
        new("ChangeQueues")
        {
            Actions =
            [
                "sqs:CreateQueue", "sqs:DeleteQueue", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags", "sqs:SetQueueAttributes", "sqs:TagQueue",
                "sqs:UntagQueue",
            ],
            Resources = [scope.Named("sqs", "")],
        },
    ];
}

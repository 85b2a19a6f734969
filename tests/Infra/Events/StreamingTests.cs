using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Orchestration;
using Recommender.Infra.Tests.Policies;
using Recommender.Pipeline.Graph;

namespace Recommender.Infra.Tests.Events;

public sealed class StreamingTests
{
    private const string Firehose = "kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
    private const string Target = "extendedS3Configuration";

    [Theory]
    [InlineData("uat", false)]
    [InlineData("uat-everything", true)]
    [InlineData("prod", true)]
    [InlineData("prod-least", false)]
    public async Task There_is_a_stream_where_the_settings_ask_for_it(string variant, bool expected)
    {
        var graph = await Graphs.OfAsync(variant);
        Assert.Equal(expected, graph.OfType("kinesis/stream:Stream").Any());
        Assert.Equal(expected, graph.OfType(Firehose).Any());
    }

    [Fact]
    public async Task The_stream_is_encrypted_and_sized_by_the_settings()
    {
        var stream = (await Graphs.OfAsync("prod")).Only("kinesis/stream:Stream");

        Assert.Equal(2, stream.Number("shardCount"));
        Assert.Equal("PROVISIONED", stream.Text("streamModeDetails.streamMode"));
        Assert.Equal(72, stream.Number("retentionPeriod"));
        Assert.Equal("KMS", stream.Text("encryptionType"));
        Assert.True(stream.Options.Protect);
        Assert.True(stream.Options.RetainOnDelete);
    }

    [Fact]
    public async Task No_shards_mean_capacity_on_demand()
    {
        var prod = StackVariant.Committed("prod");
        var stream = (await GraphBuilder.BuildAsync(prod with { Changes = [.. prod.Changes, ("streaming.shards", 0)] })).Only("kinesis/stream:Stream");

        Assert.Null(stream.At("shardCount"));
        Assert.Equal("ON_DEMAND", stream.Text("streamModeDetails.streamMode"));
    }

    [Theory]
    [InlineData("uat-everything")]
    [InlineData("prod")]
    public async Task Days_are_written_where_the_catalog_looks_for_them(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        var delivery = graph.Only(Firehose);
        var events = Assert.Single(GroceryPipeline.Streams);
        var table = graph.OfType("glue/catalogTable:CatalogTable").Single(known => known.Text("name") == delivery.Text($"{Target}.dataFormatConversionConfiguration.schemaConfiguration.tableName"));
        var bucket = graph.OfType("s3/bucket:Bucket").Single(known => known.Arn == delivery.Text($"{Target}.bucketArn"));

        Assert.Equal(events.Name.Table, table.Text("name"));
        Assert.Equal(table.Text("databaseName"), delivery.Text($"{Target}.dataFormatConversionConfiguration.schemaConfiguration.databaseName"));
        var projected = (string)((System.Collections.Immutable.ImmutableDictionary<string, object>)table.At("parameters")!)["storage.location.template"];
        Assert.Equal(projected, $"s3://{bucket.Text("bucket")}/{delivery.Text($"{Target}.prefix")}".Replace("!{timestamp:yyyy-MM-dd}", $"${{{events.DayPartition}}}", StringComparison.Ordinal));
        Assert.Equal("UTC", delivery.Text($"{Target}.customTimeZone"));
        Assert.Equal($"errors/events/!{{firehose:error-output-type}}/{events.DayPartition}=!{{timestamp:yyyy-MM-dd}}/", delivery.Text($"{Target}.errorOutputPrefix"));
    }

    [Fact]
    public async Task Events_become_Parquet_in_encrypted_objects()
    {
        var graph = await Graphs.OfAsync("prod");
        var delivery = graph.Only(Firehose);

        Assert.Equal("SNAPPY", delivery.Text($"{Target}.dataFormatConversionConfiguration.outputFormatConfiguration.serializer.parquetSerDe.compression"));
        Assert.Equal("UNCOMPRESSED", delivery.Text($"{Target}.compressionFormat"));
        Assert.NotNull(delivery.At($"{Target}.dataFormatConversionConfiguration.inputFormatConfiguration.deserializer.openXJsonSerDe"));
        Assert.Equal(300, delivery.Number($"{Target}.bufferingInterval"));
        Assert.Equal(128, delivery.Number($"{Target}.bufferingSize"));
        Assert.Equal(graph.Only("kinesis/stream:Stream").Text("kmsKeyId"), delivery.Text($"{Target}.kmsKeyArn"));
        Assert.True(delivery.Flag($"{Target}.cloudwatchLoggingOptions.enabled"));
        var log = graph.Get("cloudwatch/logGroup:LogGroup", "streaming-log");
        Assert.Equal(log.Text("name"), delivery.Text($"{Target}.cloudwatchLoggingOptions.logGroupName"));
        Assert.NotNull(log.Text("kmsKeyId"));
    }

    [Fact]
    public async Task Firehose_reads_this_stream_and_writes_under_two_prefixes()
    {
        var graph = await Graphs.OfAsync("prod");
        var delivery = graph.Only(Firehose);
        var stream = graph.Only("kinesis/stream:Stream");
        var role = IamRole.ByArn(graph, delivery.Text($"{Target}.roleArn")!);
        var bucket = delivery.Text($"{Target}.bucketArn")!;

        Assert.True(role.May("kinesis:GetRecords", stream.Arn));
        Assert.False(role.May("kinesis:PutRecords", stream.Arn));
        Assert.True(role.May("s3:PutObject", $"{bucket}/events/day=2026-01-01/x.parquet"));
        Assert.True(role.May("s3:PutObject", $"{bucket}/errors/events/format-conversion-failed/x"));
        Assert.False(role.May("s3:PutObject", $"{bucket}/orders/x.parquet"));
        Assert.False(role.May("s3:DeleteObject", $"{bucket}/events/day=2026-01-01/x.parquet"));
        Assert.True(role.May("glue:GetTableVersions", CloudNames.Arn("glue", "table/recommender_prod_raw/events")));
        Assert.False(role.May("glue:GetTable", CloudNames.Arn("glue", "table/recommender_prod_raw/orders")));
        Assert.True(role.May("kms:Decrypt", stream.Text("kmsKeyId")!, StackKey.Of(graph, ("kms:ViaService", "kinesis.eu-west-1.amazonaws.com"))));
        Assert.True(role.May("kms:GenerateDataKey", stream.Text("kmsKeyId")!, StackKey.Of(graph, ("kms:ViaService", "s3.eu-west-1.amazonaws.com"))));
        Assert.False(role.May("kms:Decrypt", stream.Text("kmsKeyId")!, StackKey.Of(graph, ("kms:ViaService", "rds.eu-west-1.amazonaws.com"))));
        Assert.True(role.TrustsService("firehose.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
        Assert.False(role.TrustsService("firehose.amazonaws.com", ("aws:SourceAccount", "999999999999")));
    }
}

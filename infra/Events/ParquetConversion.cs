using Pulumi;
using Pulumi.Aws.Kinesis.Inputs;

namespace Recommender.Infra.Events;

/// <summary>How Firehose turns JSON into Parquet: by the columns of the catalog's table.</summary>
internal static class ParquetConversion
{
    /// <summary>The configuration.</summary>
    /// <param name="args">The stream's parts.</param>
    /// <param name="roleArn">The role that reads the table.</param>
    /// <param name="region">The catalog's region.</param>
    public static FirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationArgs Of(StreamingArgs args, Output<string> roleArn, Output<string> region) => new()
    {
        Enabled = true,
        InputFormatConfiguration = new FirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationInputFormatConfigurationArgs
        {
            Deserializer = new FirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationInputFormatConfigurationDeserializerArgs
            {
                OpenXJsonSerDe = new FirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationInputFormatConfigurationDeserializerOpenXJsonSerDeArgs
                {
                    CaseInsensitive = true,
                    ConvertDotsInJsonKeysToUnderscores = false,
                },
            },
        },
        OutputFormatConfiguration = new FirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationOutputFormatConfigurationArgs
        {
            Serializer = new FirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationOutputFormatConfigurationSerializerArgs
            {
                ParquetSerDe = new FirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationOutputFormatConfigurationSerializerParquetSerDeArgs
                {
                    Compression = "SNAPPY",
                },
            },
        },
        SchemaConfiguration = new FirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationSchemaConfigurationArgs
        {
            DatabaseName = args.DatabaseName,
            TableName = args.CatalogTableName,
            RoleArn = roleArn,
            Region = region,
            VersionId = "LATEST",
        },
    };
}

using Pulumi;
using Recommender.Infra.Components;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Querying;

/// <summary>An Athena workgroup whose settings no client can overrule: where results go, how they are encrypted, how much one query may scan.</summary>
public sealed class QueryWorkgroup : PlatformComponent
{
    private const double BytesPerGiB = 1L << 30;

    /// <summary>Makes the workgroup.</summary>
    public QueryWorkgroup(string name, QueryWorkgroupArgs args, ComponentResourceOptions? options = null)
        : base("QueryWorkgroup", name, args, options)
    {
        ResultsPrefix = $"{args.Thing}/";
        var configuration = new WorkgroupConfigurationArgs
        {
            EnforceWorkgroupConfiguration = true,
            BytesScannedCutoffPerQuery = Math.Floor(args.CutoffGiB * BytesPerGiB),
            PublishCloudwatchMetricsEnabled = true,
            RequesterPaysEnabled = false,
            EngineVersion = new Aws.Athena.Inputs.WorkgroupConfigurationEngineVersionArgs { SelectedEngineVersion = "Athena engine version 3" },
            ResultConfiguration = new Aws.Athena.Inputs.WorkgroupConfigurationResultConfigurationArgs
            {
                OutputLocation = Output.Format($"s3://{args.Lake.Results.Name}/{ResultsPrefix}"),
                ExpectedBucketOwner = Context.AccountId,
                EncryptionConfiguration = new Aws.Athena.Inputs.WorkgroupConfigurationResultConfigurationEncryptionConfigurationArgs
                {
                    EncryptionOption = "SSE_KMS",
                    KmsKeyArn = args.Lake.KeyArn,
                },
            },
        };
        var owned = Owned();
        owned.ResourceTransformations.Add(LargeWorkgroupArgs.With(configuration));
        var workgroup = new Aws.Athena.Workgroup(Child("workgroup"), new()
        {
            Name = Context.Name(args.Thing),
            Description = args.Description,
            ForceDestroy = !Context.Production,
        }, owned);
        Name = workgroup.Name;
        Arn = workgroup.Arn;
        RegisterOutputs();
    }

    /// <summary>The workgroup's name.</summary>
    public Output<string> Name { get; }

    /// <summary>Its ARN.</summary>
    public Output<string> Arn { get; }

    /// <summary>Where in the results bucket its results are; ends in a slash.</summary>
    public string ResultsPrefix { get; }
}

using Pulumi;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Querying;

/// <summary>What a workgroup enforces: the SDK's arguments of the same name, but for a cutoff that may pass 2 GiB (see <see cref="LargeWorkgroupArgs"/>).</summary>
internal sealed class WorkgroupConfigurationArgs : ResourceArgs
{
    /// <summary>Bytes that one query may scan; 10 MB at least.</summary>
    [Input("bytesScannedCutoffPerQuery")]
    public Input<double>? BytesScannedCutoffPerQuery { get; set; }

    /// <summary>Whether what a client asks for is overruled.</summary>
    [Input("enforceWorkgroupConfiguration")]
    public Input<bool>? EnforceWorkgroupConfiguration { get; set; }

    /// <summary>The engine.</summary>
    [Input("engineVersion")]
    public Input<Aws.Athena.Inputs.WorkgroupConfigurationEngineVersionArgs>? EngineVersion { get; set; }

    /// <summary>Whether CloudWatch gets metrics of each query.</summary>
    [Input("publishCloudwatchMetricsEnabled")]
    public Input<bool>? PublishCloudwatchMetricsEnabled { get; set; }

    /// <summary>Whether buckets may be read whose readers pay.</summary>
    [Input("requesterPaysEnabled")]
    public Input<bool>? RequesterPaysEnabled { get; set; }

    /// <summary>Where results go, and how they are encrypted.</summary>
    [Input("resultConfiguration")]
    public Input<Aws.Athena.Inputs.WorkgroupConfigurationResultConfigurationArgs>? ResultConfiguration { get; set; }
}

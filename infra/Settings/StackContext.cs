using Pulumi;
using Recommender.Lake.Tables;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Settings;

/// <summary>Which stack this is, and how its resources are called.</summary>
/// <param name="Stack">The stack's name, such as <c>uat</c>.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="AccountId">The AWS account that it is deployed to.</param>
/// <param name="Region">The AWS region that it is deployed to.</param>
public sealed record StackContext(string Stack, StackSettings Settings, Output<string> AccountId, Output<string> Region)
{
    /// <summary>The project, the first word of every name.</summary>
    public const string Project = "recommender";

    /// <summary>Whether stateful resources are protected and kept.</summary>
    public bool Production => Settings.Production;

    /// <summary>The physical name of a thing, for example <c>recommender-uat-jobs</c>.</summary>
    /// <param name="thing">Lower-case letters, digits and dashes.</param>
    public string Name(string thing) => $"{Project}-{Stack}-{thing}";

    /// <summary>The log group of a thing, for example <c>/recommender/uat/jobs</c>; the lake's key lets CloudWatch Logs use it for these.</summary>
    public string LogGroup(string thing) => $"/{Project}/{Stack}/{thing}";

    /// <summary>The Glue database of a zone, for example <c>recommender_uat_curated</c>; the stack is in it, because stacks may share an account.</summary>
    public string Database(Zone zone) => $"{Project}_{Stack}_{zone.SqlName()}";

    /// <summary>The stack's lake, as the program's <c>--lake</c> takes it; tasks find the bucket of each zone in their environment.</summary>
    public string LakeUri => $"s3://{Project}-{Stack}";

    /// <summary>The ARN of something in this account and region.</summary>
    /// <param name="service">The service, such as <c>logs</c>.</param>
    /// <param name="resource">The rest, such as <c>log-group:/recommender/*</c>.</param>
    public Output<string> Arn(string service, Input<string> resource) => Output.Format($"arn:aws:{service}:{Region}:{AccountId}:{resource}");

    /// <summary>The stack that is being deployed.</summary>
    /// <exception cref="SettingsException">Its settings are wrong.</exception>
    public static StackContext Current() => new(
        Deployment.Instance.StackName,
        SettingsReader.Read(),
        Aws.GetCallerIdentity.Invoke().Apply(identity => identity.AccountId),
        Aws.GetRegion.Invoke().Apply(region => region.Region));
}

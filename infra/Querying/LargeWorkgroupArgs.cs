using Pulumi;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Querying;

/// <summary>
/// The arguments of an Athena workgroup with a cutoff of any size. The .NET SDK types the cutoff as a 32-bit integer, which ends at
/// 2 GiB; the provider takes any number. A transformation may put other arguments in the place of a resource's own.
/// </summary>
internal sealed class LargeWorkgroupArgs : ResourceArgs
{
    /// <summary>What the workgroup enforces.</summary>
    [Input("configuration")]
    public Input<WorkgroupConfigurationArgs>? Configuration { get; set; }

    /// <summary>What it is for.</summary>
    [Input("description")]
    public Input<string>? Description { get; set; }

    /// <summary>Whether it can be deleted with its queries in it.</summary>
    [Input("forceDestroy")]
    public Input<bool>? ForceDestroy { get; set; }

    /// <summary>Its name.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Its tags.</summary>
    [Input("tags")]
    public InputMap<string> Tags { get; set; } = [];

    /// <summary>The transformation that gives a workgroup this configuration and leaves the rest of its arguments.</summary>
    public static ResourceTransformation With(WorkgroupConfigurationArgs configuration) => resource =>
        resource.Args is Aws.Athena.WorkgroupArgs given
            ? new ResourceTransformationResult(new LargeWorkgroupArgs
            {
                Configuration = configuration,
                Description = given.Description,
                ForceDestroy = given.ForceDestroy,
                Name = given.Name,
                Tags = given.Tags,
            }, resource.Options)
            : null;
}

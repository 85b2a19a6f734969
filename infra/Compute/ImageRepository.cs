using System.Text.Json;
using Pulumi;
using Recommender.Infra.Components;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Compute;

/// <summary>
/// An ECR repository: a tag never comes to mean another image, every image is scanned when it is pushed, old ones go. It needs no
/// policy of its own: whoever pulls or pushes is a role of this account.
/// </summary>
public sealed class ImageRepository : PlatformComponent
{
    /// <summary>Creates the repository.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="args">What it is given.</param>
    /// <param name="options">Its resource options.</param>
    public ImageRepository(string name, ImageRepositoryArgs args, ComponentResourceOptions? options = null)
        : base("ImageRepository", name, args, options)
    {
        var repository = new Aws.Ecr.Repository(Child("images"), new()
        {
            Name = Context.Name(args.Image),
            ImageTagMutability = "IMMUTABLE",
            ImageScanningConfiguration = new Aws.Ecr.Inputs.RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
            EncryptionConfigurations = { new Aws.Ecr.Inputs.RepositoryEncryptionConfigurationArgs { EncryptionType = "KMS", KmsKey = args.KeyArn } },
            ForceDelete = !Context.Production,
        }, Stateful());
        _ = new Aws.Ecr.LifecyclePolicy(Child("lifecycle"), new() { Repository = repository.Name, Policy = Lifecycle(Context.Settings.Containers.KeepImages) }, Owned());
        Url = repository.RepositoryUrl;
        Arn = repository.Arn;
        RegisterOutputs();
    }

    /// <summary>Where images are pushed to, without tag.</summary>
    public Output<string> Url { get; }

    /// <summary>The repository.</summary>
    public Output<string> Arn { get; }

    // An untagged image is one whose push was broken off. The newest are kept whatever their tag: the image in use is among them, as
    // long as fewer are pushed between two deployments than are kept.
    private static string Lifecycle(int keep) => JsonSerializer.Serialize(new
    {
        rules = new object[]
        {
            new
            {
                rulePriority = 1,
                description = "Untagged images go after a week",
                selection = new { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 },
                action = new { type = "expire" },
            },
            new
            {
                rulePriority = 2,
                description = $"The newest {keep} stay",
                selection = new { tagStatus = "any", countType = "imageCountMoreThan", countNumber = keep },
                action = new { type = "expire" },
            },
        },
    });
}

using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>The CI/CD of one repository, which may change this stack.</summary>
public sealed record DeliverySettings
{
    /// <summary>The GitHub repository, <c>owner/name</c>.</summary>
    [Required]
    [RegularExpression("[A-Za-z0-9-]+/[A-Za-z0-9._-]+", ErrorMessage = "must be a GitHub repository, owner/name")]
    public string Repository { get; init; } = "";

    /// <summary>The repository's environment whose jobs may assume the role.</summary>
    [Required]
    public string Environment { get; init; } = "";

    /// <summary>Whether this stack makes the account's identity provider for GitHub; an account has one, so the second stack of an account sets false.</summary>
    public bool CreateProvider { get; init; } = true;

    /// <summary>
    /// The S3 bucket in which Pulumi keeps the stacks' state, where it is one (<c>pulumi login s3://BUCKET</c>): CI/CD reads and writes this
    /// stack's files in it. Empty where the state is kept elsewhere.
    /// </summary>
    [RegularExpression("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", ErrorMessage = "must be the name of an S3 bucket, without s3://")]
    public string StateBucket { get; init; } = "";
}

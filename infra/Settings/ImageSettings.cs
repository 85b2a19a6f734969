using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>The container images, pinned by digest; empty until the first push. Without jobs and training there is no pipeline, without serving no API.</summary>
public sealed record ImageSettings
{
    /// <summary>Digest of the jobs image, <c>sha256:…</c>.</summary>
    [RegularExpression("sha256:[0-9a-f]{64}", ErrorMessage = "must be an image digest, sha256: and 64 hexadecimal digits")]
    public string Jobs { get; init; } = "";

    /// <summary>Digest of the training image.</summary>
    [RegularExpression("sha256:[0-9a-f]{64}", ErrorMessage = "must be an image digest, sha256: and 64 hexadecimal digits")]
    public string Training { get; init; } = "";

    /// <summary>Digest of the serving image.</summary>
    [RegularExpression("sha256:[0-9a-f]{64}", ErrorMessage = "must be an image digest, sha256: and 64 hexadecimal digits")]
    public string Serving { get; init; } = "";
}

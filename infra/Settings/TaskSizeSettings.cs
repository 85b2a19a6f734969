using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>The size of a Fargate task.</summary>
public sealed record TaskSizeSettings
{
    /// <summary>CPU units; 1024 are one core. Fargate knows 256, 512, 1024, 2048, 4096, 8192 and 16384.</summary>
    [AllowedValues(256, 512, 1024, 2048, 4096, 8192, 16384, ErrorMessage = "must be 256, 512, 1024, 2048, 4096, 8192 or 16384")]
    public int Cpu { get; init; } = 512;

    /// <summary>Memory in MiB.</summary>
    [Range(512, 122880)]
    public int MemoryMiB { get; init; } = 1024;

    /// <summary>Ephemeral storage in GiB: 21 to 200 (Fargate's own 20 cannot be asked for).</summary>
    [Range(21, 200)]
    public int DiskGiB { get; init; } = 21;
}

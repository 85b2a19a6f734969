using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>Images, sizes and logs of the tasks.</summary>
public sealed record ContainerSettings
{
    /// <summary>Processor architecture: <c>ARM64</c> or <c>X86_64</c>.</summary>
    [AllowedValues("ARM64", "X86_64", ErrorMessage = "must be ARM64 or X86_64")]
    public string Architecture { get; init; } = "X86_64";

    /// <summary>Image digests.</summary>
    public ImageSettings Images { get; init; } = new();

    /// <summary>Size of ingest and transform tasks; the heavy work is Athena's.</summary>
    public TaskSizeSettings Jobs { get; init; } = new();

    /// <summary>Size of the training task.</summary>
    public TaskSizeSettings Training { get; init; } = new() { Cpu = 2048, MemoryMiB = 8192, DiskGiB = 50 };

    /// <summary>Size of one scoring shard.</summary>
    public TaskSizeSettings Scoring { get; init; } = new() { Cpu = 2048, MemoryMiB = 8192, DiskGiB = 50 };

    /// <summary>Size of one serving task.</summary>
    public TaskSizeSettings Serving { get; init; } = new() { Cpu = 256, MemoryMiB = 1024 };

    /// <summary>Days that logs are kept, as CloudWatch knows them.</summary>
    [AllowedValues(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, ErrorMessage = "must be a retention that CloudWatch knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, …")]
    public int LogDays { get; init; } = 30;

    /// <summary>Images that a repository keeps.</summary>
    [Range(2, 1000)]
    public int KeepImages { get; init; } = 20;
}

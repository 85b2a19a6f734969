namespace Recommender.Infra.Settings;

/// <summary>The pairs of processor and memory that Fargate offers (Amazon ECS developer guide, "Task CPU and memory").</summary>
internal static class FargateSizes
{
    /// <summary>What is wrong with a task's memory for its processor, or null.</summary>
    public static string? Fault(TaskSizeSettings size) => size.Cpu switch
    {
        256 => size.MemoryMiB is 512 or 1024 or 2048 ? null : $"must be 512, 1024 or 2048 with cpu 256, not {size.MemoryMiB}",
        512 => Steps(size, 1024, 4096, 1024),
        1024 => Steps(size, 2048, 8192, 1024),
        2048 => Steps(size, 4096, 16384, 1024),
        4096 => Steps(size, 8192, 30720, 1024),
        8192 => Steps(size, 16384, 61440, 4096),
        16384 => Steps(size, 32768, 122880, 8192),
        _ => null, // the cpu itself is at fault, and said so already
    };

    private static string? Steps(TaskSizeSettings size, int least, int most, int step) =>
        size.MemoryMiB >= least && size.MemoryMiB <= most && size.MemoryMiB % step == 0
            ? null
            : $"must be {least} to {most} in steps of {step} with cpu {size.Cpu}, not {size.MemoryMiB}";
}

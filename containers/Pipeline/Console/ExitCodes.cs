namespace Recommender.Pipeline.Console;

/// <summary>What the program's exit codes mean.</summary>
internal static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Fine = 0;

    /// <summary>The caller's fault: a bad argument or file.</summary>
    public const int Caller = 2;

    /// <summary>The data's fault: a check failed.</summary>
    public const int Data = 3;

    /// <summary>The environment's fault: disk, memory, a library, another writer; also a fault nobody expected.</summary>
    public const int Environment = 4;

    /// <summary>Stopped by Ctrl-C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by SIGTERM: 128 + 15.</summary>
    public const int Terminated = 143;
}

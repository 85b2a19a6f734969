using System.CommandLine;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Commands;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    /// <summary>The default of <c>--lake</c>: ./lake.</summary>
    public const string DefaultLake = "./lake";

    /// <summary>Without <c>--memory</c>, queries take no more than this: 4 GiB.</summary>
    public const long MostDefaultMemory = 4L << 30;

    public static Option<string> Lake { get; } = new("--lake")
    {
        Description = "The lake: a folder, or s3://recommender-STACK on AWS",
        HelpName = "LAKE",
        DefaultValueFactory = _ => DefaultLake,
        Recursive = true,
    };

    public static Option<long?> Memory { get; } = new("--memory")
    {
        Description = "Memory that queries may take, such as 2GiB or 512MB; beyond it they spill to disk [default: the smaller of half of the machine's and 4GiB]",
        HelpName = "SIZE",
        Recursive = true,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!ByteSize.TryParse(text, out var bytes) || bytes < EngineOptions.LeastMemory)
            {
                result.AddError($"--memory '{text}': write at least 256MiB, as a number and a unit such as 2GiB or 512MB");
            }

            return bytes;
        },
    };

    public static Option<int?> Threads { get; } = Numbers.Between("--threads", 1, 1024, null, "Threads to work with, 1 to 1024 [default: one per core]", recursive: true);

    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show where an error came from",
        Recursive = true,
    };

    public static Option<bool> NoProgress { get; } = new("--no-progress")
    {
        Description = "Show no progress",
        Recursive = true,
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All => [Lake, Memory, Threads, Verbose, NoProgress];

    /// <summary>The folder that was named as the lake.</summary>
    /// <exception cref="CallerException">It is not a folder.</exception>
    public static LakeFolder FolderOf(ParseResult parsed)
    {
        var lake = parsed.GetValue(Lake)!;
        return AwsLakeName.IsOne(lake)
            ? throw new CallerException($"--lake {lake}: this command works on a lake in a folder; name one")
            : new(lake);
    }

    /// <summary>The option that a command to copy needs to mean the same lake: "" for the default one.</summary>
    public static string LakeHint(ParseResult parsed) => parsed.GetValue(Lake) is { } lake && lake != DefaultLake ? $" --lake {lake}" : "";

    /// <summary>Memory for queries, in bytes.</summary>
    public static long MemoryOf(ParseResult parsed) => parsed.GetValue(Memory)
        ?? Math.Max(EngineOptions.LeastMemory, Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2, MostDefaultMemory));

    /// <summary>Threads to work with.</summary>
    public static int ThreadsOf(ParseResult parsed) => parsed.GetValue(Threads) ?? Environment.ProcessorCount;
}

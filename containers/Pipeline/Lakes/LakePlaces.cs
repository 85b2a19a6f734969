using System.CommandLine;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Lakes;

/// <summary>Opens the lake that a command line names.</summary>
internal static class LakePlaces
{
    /// <summary>Opens it; nothing is written.</summary>
    /// <exception cref="Lake.Errors.CallerException">It cannot be meant, or there is no such stack.</exception>
    public static ILakePlace Open(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var lake = parsed.GetValue(GlobalOptions.Lake)!;
        return new FolderPlace(new LakeFolder(lake), terminal.Clock);
    }
}

using System.CommandLine;
using Recommender.Lake.Aws;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Lakes;

/// <summary>Opens the lake that a command line names.</summary>
internal static class LakePlaces
{
    private const int LongestLine = 200;

    /// <summary>Opens it; nothing is written.</summary>
    /// <param name="parsed">The options.</param>
    /// <param name="terminal">Gives time and the environment.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="workgroup">The workgroup of a stack that Athena is asked by where the environment names none.</param>
    /// <exception cref="Lake.Errors.CallerException">It cannot be meant, or there is no such stack.</exception>
    /// <exception cref="Lake.Errors.EnvironmentException">AWS cannot be asked.</exception>
    public static ILakePlace Open(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken, Workgroup workgroup = Workgroup.Analysts)
    {
        var lake = parsed.GetValue(GlobalOptions.Lake)!;
        return AwsLakeName.IsOne(lake)
            ? Open(AwsLakeName.Parse(lake), terminal, workgroup, Line(parsed), cancellationToken)
            : new FolderPlace(new LakeFolder(lake), terminal.Clock);
    }

    /// <summary>The command line, by which others know who writes.</summary>
    private static string Line(ParseResult parsed)
    {
        var line = string.Join(' ', parsed.Tokens.Select(token => token.Value));
        return line[..Math.Min(line.Length, LongestLine)];
    }

    private static AwsPlace Open(AwsLakeName name, Terminal terminal, Workgroup workgroup, string holder, CancellationToken cancellationToken)
    {
        var clients = new AwsClients(AwsAccess.Options(terminal.Variables));
        var ownFolder = string.IsNullOrEmpty(terminal.Variables("RECOMMENDER_WORK")) ? Directory.CreateTempSubdirectory("recommender-lake-").FullName : null;
        try
        {
            var settings = new AwsLakeReader(terminal.Variables, clients.Glue).Read(name, workgroup, ownFolder, cancellationToken);
            return new AwsPlace(settings, clients, terminal.Clock, AwsAccess.Jitter(terminal.Clock), holder, ownFolder);
        }
        catch
        {
            clients.Dispose();
            if (ownFolder is not null)
            {
                Directory.Delete(ownFolder, recursive: true);
            }

            throw;
        }
    }
}

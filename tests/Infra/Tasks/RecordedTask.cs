using Recommender.AwsEmulator.Http;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>A task that ran.</summary>
/// <param name="Thing">Its kind, as its family ends: <c>ingest</c>.</param>
/// <param name="Command">Its arguments.</param>
/// <param name="Requests">What it asked AWS for.</param>
internal sealed record RecordedTask(string Thing, IReadOnlyList<string> Command, IReadOnlyList<LoggedRequest> Requests)
{
    /// <summary>The table that it works on.</summary>
    public TableName Table => TableName.Parse(Command[Command.ToList().IndexOf("--only") + 1]);

    /// <inheritdoc/>
    public override string ToString() => $"{Thing} ({string.Join(' ', Command)})";
}

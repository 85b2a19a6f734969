namespace Recommender.AwsEmulator.Logs;

/// <summary>An event of a log.</summary>
/// <param name="Timestamp">Milliseconds since 1970, as its writer says.</param>
/// <param name="Message">The text.</param>
/// <param name="Ingested">When it arrived, in milliseconds since 1970.</param>
/// <param name="Id">Its id, which no other event has; they count up as events arrive.</param>
internal sealed record LogLine(long Timestamp, string Message, long Ingested, string Id);

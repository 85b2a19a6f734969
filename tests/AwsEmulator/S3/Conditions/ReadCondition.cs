using System.Globalization;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3.Conditions;

/// <summary>If-Match, If-None-Match, If-Modified-Since and If-Unmodified-Since of a read, or of the source of a copy.</summary>
/// <remarks>RFC 9110, 13.2.2: a tag's condition goes before that of a time.</remarks>
/// <param name="request">The request.</param>
/// <param name="prefix">What stands before the headers' names: empty, or x-amz-copy-source-.</param>
internal sealed class ReadCondition(EmulatorRequest request, string prefix)
{
    /// <summary>Before the headers' names of a copy.</summary>
    public const string CopySource = "x-amz-copy-source-";

    /// <summary>Checks the conditions.</summary>
    /// <param name="present">What is there; null for nothing, of which no condition holds or fails.</param>
    /// <exception cref="AwsFaultException">One does not hold.</exception>
    public void Check(StoredObject? present)
    {
        if (present is null)
        {
            return;
        }

        if (Header("if-match") is { } match)
        {
            Demand(Matches(match, present), "If-Match");
        }
        else if (Time("if-unmodified-since") is { } unmodified)
        {
            Demand(present.LastModified <= unmodified, "If-Unmodified-Since");
        }

        if (Header("if-none-match") is { } none)
        {
            DemandNew(!Matches(none, present), "If-None-Match", present);
        }
        else if (Time("if-modified-since") is { } modified)
        {
            DemandNew(present.LastModified > modified, "If-Modified-Since", present);
        }
    }

    private static bool Matches(string tags, StoredObject present) => tags.Split(',').Select(S3Xml.Unquote).Any(tag => tag == "*" || tag == present.ETag);

    private static void Demand(bool holds, string condition)
    {
        if (!holds)
        {
            throw S3Faults.PreconditionFailed(condition);
        }
    }

    private void DemandNew(bool holds, string condition, StoredObject present)
    {
        if (!holds)
        {
            throw prefix.Length > 0 ? S3Faults.PreconditionFailed(prefix + condition) : S3Faults.NotModified(S3Xml.Quote(present.ETag));
        }
    }

    private string? Header(string name) => request.Header(prefix + name);

    private DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(Header(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}

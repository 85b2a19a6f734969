using System.Globalization;
using System.Text.RegularExpressions;

namespace Recommender.Lake.Snapshots;

/// <summary>Snapshot ids: the moment of the build and the start of its fingerprint, so that they sort by time.</summary>
internal static partial class SnapshotId
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>The id for a build that starts now.</summary>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="fingerprint">The build's fingerprint, at least 8 characters.</param>
    public static string Create(DateTimeOffset now, string fingerprint) =>
        $"{now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{fingerprint[..8]}";

    /// <summary>Whether a folder's name is a snapshot id: anything else under a table's prefix is not ours to delete.</summary>
    public static bool IsId(string name) =>
        Form().IsMatch(name) && DateTimeOffset.TryParseExact(name[..19], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    /// <summary>When the build of a snapshot began, UTC.</summary>
    /// <param name="id">A snapshot's id.</param>
    public static DateTimeOffset Began(string id) =>
        DateTimeOffset.ParseExact(id[..19], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [GeneratedRegex(@"\A[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}\z")]
    private static partial Regex Form();
}

namespace Recommender.Lake.Tables;

/// <summary>The zones as they are written in SQL and in paths.</summary>
public static class ZoneNames
{
    /// <summary>All zone names, in the order data flows through them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Zone>().Select(zone => zone.SqlName())];

    /// <summary>The zone's schema in SQL and its folder in a lake, for example <c>clean</c>.</summary>
    public static string SqlName(this Zone zone) => zone switch
    {
        Zone.Raw => "raw",
        Zone.Clean => "clean",
        Zone.Curated => "curated",
        Zone.Ml => "ml",
        Zone.Published => "published",
        _ => throw new ArgumentOutOfRangeException(nameof(zone), zone, "not a zone"),
    };
}

using Recommender.Lake.Tables;

namespace Recommender.Ingest.Events;

/// <summary>The feed of what users do in the shop, as it happens: a stream that fills one raw table.</summary>
public static class EventFeed
{
    /// <summary>What a user can do with a product.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["view", "cart", "remove", "purchase"];

    /// <summary>
    /// The raw table. A stream delivers at least once, so a reader takes one row of each <c>event_id</c>; as in every raw table,
    /// NULL is allowed where validation comes later.
    /// </summary>
    public static TableDeclaration Table { get; } = new()
    {
        Name = new TableName(Zone.Raw, "events"),
        Description = "One event: a user did something with a product.",
        Columns =
        [
            new("event_id", ColumnType.Varchar, "The event's id, given by its sender; an event that is sent again keeps it."),
            new("user_id", ColumnType.BigInt, "The user.", Nullable: true),
            new("product_id", ColumnType.BigInt, "The product.", Nullable: true),
            new("kind", ColumnType.Varchar, $"What the user did with it: {string.Join(", ", Kinds.SkipLast(1))} or {Kinds[^1]}.", Nullable: true),
            new("quantity", ColumnType.Integer, "Pieces put into the cart, taken out or bought, from 1; NULL for a view.", Nullable: true),
            new("occurred_at", ColumnType.Timestamp, "When it happened by the sender's clock, UTC.", Nullable: true),
            new("sent_at", ColumnType.Timestamp, "When it was sent on to the stream by the API's clock, UTC.", Nullable: true),
            new("day", ColumnType.Date, "The day on which it was written to the lake, UTC."),
        ],
        Grain = ["event_id"],
        DayPartition = "day",
    };
}

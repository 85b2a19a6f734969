using Recommender.Ingest.Events;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Tests.Events;

public sealed class EventFeedTests
{
    [Fact]
    public void The_declaration_is_sound() => Assert.Empty(EventFeed.Table.Faults());

    [Fact]
    public void Events_are_raw_and_kept_by_day()
    {
        Assert.Equal("raw.events", EventFeed.Table.Name.ToString());
        Assert.Equal(new Column("day", ColumnType.Date, "The day on which it was written to the lake, UTC."), EventFeed.Table.Columns.Single(column => column.Name == EventFeed.Table.DayPartition));
    }

    [Fact]
    public void The_kinds_are_told_where_the_column_is_described() =>
        Assert.Contains("view, cart, remove or purchase.", EventFeed.Table.Columns.Single(column => column.Name == "kind").Description, StringComparison.Ordinal);

    [Fact]
    public void An_event_without_id_or_day_cannot_be() =>
        Assert.Equal(["event_id", "day"], EventFeed.Table.Columns.Where(column => !column.Nullable).Select(column => column.Name));
}

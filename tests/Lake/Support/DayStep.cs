using Recommender.Lake.Building;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Support;

/// <summary>The step of <c>raw.sales</c> (id, day, amount), partitioned by day, from rows that the test keeps by day.</summary>
internal sealed class DayStep : ITableStep
{
    public SortedDictionary<DateOnly, List<(long Id, long? Amount)>> Sales { get; } = [];

    public TableDeclaration Table { get; set; } = new()
    {
        Name = new TableName(Zone.Raw, "sales"),
        Description = "A sale.",
        Columns =
        [
            new("id", ColumnType.BigInt, "Its number within the day."),
            new("day", ColumnType.Date, "The day."),
            new("amount", ColumnType.BigInt, "Its amount in cents.", Nullable: true),
        ],
        Grain = ["day", "id"],
        DayPartition = "day",
    };

    public IReadOnlyList<TableName> Inputs => [];

    public string Definition => "rows of the test";

    /// <summary>The days that the last build wrote.</summary>
    public IReadOnlyList<DateOnly> Built { get; private set; } = [];

    public static DateOnly Day(int day) => new(2011, 1, day);

    public void Set(int day, params (long Id, long? Amount)[] rows) => Sales[Day(day)] = [.. rows];

    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) =>
        Sales.ToDictionary(day => day.Key, day => Fingerprint.Of(day.Value.Select(row => $"{row.Id} {row.Amount}")));

    public StepOutput Build(StepContext context, CancellationToken cancellationToken)
    {
        Built = context.Days!.Build;
        return new StepOutput(Built.Where(day => Sales[day].Count > 0).Sum(day => Write(context, day, cancellationToken)));
    }

    private long Write(StepContext context, DateOnly day, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(context.Writer.DayFolder(day)).FullName;
        var select = Sql.Values(["id", "amount"], ["bigint", "bigint"], Sales[day].Select(row => new object?[] { row.Id, row.Amount }));
        return ParquetWriter.Copy(context.Connection, select, Path.Combine(folder, "part-0.parquet"), cancellationToken);
    }
}

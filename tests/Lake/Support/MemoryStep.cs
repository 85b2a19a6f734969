using Recommender.Lake.Building;
using Recommender.Lake.Planning;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Support;

/// <summary>The step of <c>raw.items</c> (id, name), built whole from rows that the test sets.</summary>
internal sealed class MemoryStep : ITableStep
{
    public List<(long Id, string? Name)> Items { get; set; } = [(1, "apple"), (2, "pear")];

    public TableDeclaration Table { get; set; } = new()
    {
        Name = new TableName(Zone.Raw, "items"),
        Description = "An item.",
        Columns = [new("id", ColumnType.BigInt, "Its id."), new("name", ColumnType.Varchar, "Its name.")],
        Grain = ["id"],
    };

    public IReadOnlyList<TableName> Inputs { get; set; } = [];

    public string Definition => Fingerprint.Of(Items.Select(item => $"{item.Id} {item.Name}"));

    /// <summary>What else the build does, after it wrote its file: a failure, say.</summary>
    public Action<StepContext>? AtEnd { get; set; }

    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

    public StepOutput Build(StepContext context, CancellationToken cancellationToken)
    {
        var select = Sql.Values(["id", "name"], ["bigint", "varchar"], Items.Select(item => new object?[] { item.Id, item.Name }));
        var rows = ParquetWriter.Copy(context.Connection, select, Path.Combine(context.Writer.DataFolder, "part-0.parquet"), cancellationToken);
        AtEnd?.Invoke(context);
        return new StepOutput(rows);
    }
}

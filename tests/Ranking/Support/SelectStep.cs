using Recommender.Lake.Building;
using Recommender.Lake.Tables;

namespace Recommender.Ranking.Tests.Support;

/// <summary>A table made by a SELECT of the test's.</summary>
internal sealed class SelectStep(string name, string select, params (string Name, ColumnType Type)[] columns) : ITableStep
{
    public TableDeclaration Table { get; } = new()
    {
        Name = TableName.Parse(name),
        Description = "A table of the test.",
        Columns = [.. columns.Select(column => new Column(column.Name, column.Type, "A column.", Nullable: true))],
        Grain = [.. columns.Select(column => column.Name)],
        GrainIsNumbered = true,
    };

    public IReadOnlyList<TableName> Inputs => [];

    public string Definition => select;

    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

    public StepOutput Build(StepContext context, CancellationToken cancellationToken) =>
        new(ParquetWriter.Copy(
            context.Connection,
            $"select {string.Join(", ", columns.Select(column => $"cast({column.Name} as {column.Type.SqlName()}) as {column.Name}"))} from ({select})",
            Path.Combine(context.Writer.DataFolder, "part-0.parquet"),
            cancellationToken));
}

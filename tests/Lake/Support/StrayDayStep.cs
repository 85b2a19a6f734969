using Recommender.Lake.Building;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Support;

/// <summary>Another step, whose build also writes over a day that nobody asked it for.</summary>
internal sealed class StrayDayStep(DayStep inner, DateOnly stray) : ITableStep
{
    public TableDeclaration Table => inner.Table;

    public IReadOnlyList<TableName> Inputs => inner.Inputs;

    public string Definition => inner.Definition;

    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => inner.Days(inputs);

    public StepOutput Build(StepContext context, CancellationToken cancellationToken)
    {
        var output = inner.Build(context, cancellationToken);
        var file = Path.Combine(Directory.CreateDirectory(context.Writer.DayFolder(stray)).FullName, "part-0.parquet");
        ParquetWriter.Copy(context.Connection, "select 77::bigint as id, 77::bigint as amount", file, cancellationToken);
        return output;
    }
}

using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;

namespace Recommender.Ranking.Steps;

/// <summary>A step that computes its rows from the shop's history and writes them through a staging table.</summary>
/// <param name="loader">Loads the history.</param>
/// <param name="table">The table it makes.</param>
/// <param name="version">What the rows follow from besides the history: a number to raise when the code gives other rows, and the settings.</param>
public abstract class RankingStep(ShopHistoryLoader loader, TableDeclaration table, string version) : ITableStep
{
    private const string Staging = "ranking_rows";

    /// <inheritdoc/>
    public TableDeclaration Table => table;

    /// <inheritdoc/>
    public virtual IReadOnlyList<TableName> Inputs => ShopHistoryLoader.Inputs;

    /// <inheritdoc/>
    public string Definition => version;

    /// <inheritdoc/>
    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

    /// <inheritdoc/>
    public StepOutput Build(StepContext context, CancellationToken cancellationToken)
    {
        var shop = loader.Load(context, cancellationToken);
        var columns = string.Join(", ", table.Columns.Select(column => $"{column.Name} {column.Type.SqlName()}"));
        context.Connection.Execute($"create or replace temp table {Staging} ({columns})", cancellationToken);
        using (var rows = context.Connection.Append("main", Staging, "temp"))
        {
            Compute(shop, rows, context, cancellationToken);
            rows.Complete();
        }

        context.Progress.Report(new StepProgress("writing", -1, 0));
        var written = ParquetWriter.Copy(
            context.Connection, $"select * from {Staging}", Path.Combine(context.Writer.DataFolder, "part-0.parquet"), cancellationToken);
        context.Connection.Execute($"drop table {Staging}", CancellationToken.None);
        return new StepOutput(written);
    }

    /// <summary>Computes the rows.</summary>
    /// <param name="shop">The shop's history.</param>
    /// <param name="rows">Takes the rows, columns in the declared order.</param>
    /// <param name="context">For further queries and progress.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    private protected abstract void Compute(ShopHistory shop, DuckDbAppender rows, StepContext context, CancellationToken cancellationToken);
}

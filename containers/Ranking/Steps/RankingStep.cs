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
        var shop = Load(context, cancellationToken);
        return new StepOutput(StagedRows.Write(table, context, rows => Compute(shop, rows, context, cancellationToken), cancellationToken));
    }

    /// <summary>Loads the history.</summary>
    private protected ShopHistoryLoader Loader => loader;

    /// <summary>What the rows are computed from.</summary>
    private protected virtual ShopHistory Load(StepContext context, CancellationToken cancellationToken) => loader.Load(context, cancellationToken);

    /// <summary>Computes the rows.</summary>
    /// <param name="shop">The shop's history.</param>
    /// <param name="rows">Takes the rows, columns in the declared order.</param>
    /// <param name="context">For further queries and progress.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    private protected abstract void Compute(ShopHistory shop, DuckDbAppender rows, StepContext context, CancellationToken cancellationToken);
}

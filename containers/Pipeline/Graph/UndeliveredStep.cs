using Recommender.Lake.Building;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Graph;

/// <summary>The place in the graph of a step that loads a file, before there is a delivery.</summary>
/// <param name="table">The raw table.</param>
internal sealed class UndeliveredStep(TableDeclaration table) : ITableStep
{
    /// <inheritdoc/>
    public TableDeclaration Table => table;

    /// <inheritdoc/>
    public IReadOnlyList<TableName> Inputs => [];

    /// <inheritdoc/>
    public string Definition => throw NoDelivery();

    /// <inheritdoc/>
    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

    /// <inheritdoc/>
    public StepOutput Build(StepContext context, CancellationToken cancellationToken) => throw NoDelivery();

    private InvalidOperationException NoDelivery() => new($"{table.Name}: a blueprint has no delivery to load it from");
}

using Recommender.Lake.Tables;

namespace Recommender.Lake.Checks;

/// <summary>A SELECT of one's own that must return no row.</summary>
/// <param name="Name">What holds when it returns none, in a few words.</param>
/// <param name="Sql">The portable SELECT; <c>{table}</c> stands for the new rows.</param>
/// <param name="OtherTables">The other tables it reads.</param>
public sealed record NoRowsCheck(string Name, string Sql, params TableName[] OtherTables) : Check
{
    /// <inheritdoc/>
    public override string Description => Name;

    /// <inheritdoc/>
    public override IEnumerable<TableName> Reads => OtherTables;

    /// <inheritdoc/>
    public override string OffendingRows(string relation) => Sql.Replace("{table}", relation, StringComparison.Ordinal);
}

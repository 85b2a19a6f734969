using Recommender.Lake.Building;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Support;

/// <summary>The step of <c>ml.diary</c> (id, word), which keeps its rows and adds one for each word that the test sets.</summary>
internal sealed class DiaryStep : IAccumulatingStep
{
    public List<string> Words { get; set; } = ["first"];

    /// <summary>Whether no word makes an empty table, instead of leaving what there is.</summary>
    public bool WritesNothing { get; init; }

    public TableDeclaration Table { get; } = new()
    {
        Name = new TableName(Zone.Ml, "diary"),
        Description = "A word.",
        Columns = [new("id", ColumnType.BigInt, "Its number."), new("word", ColumnType.Varchar, "The word.")],
        Grain = ["id"],
    };

    public IReadOnlyList<TableName> Inputs { get; set; } = [];

    /// <summary>What followers follow from; null for the snapshot.</summary>
    public string? Essence { get; set; }

    /// <summary>Null for all inputs.</summary>
    public IReadOnlyList<TableName>? Follows { get; set; }

    IReadOnlyList<TableName> IAccumulatingStep.FollowsFrom => Follows ?? Inputs;

    public string Definition => "a diary";

    /// <summary>What the last build was told of its own table.</summary>
    public Manifest? Own { get; private set; }

    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

    public StepOutput Build(StepContext context, CancellationToken cancellationToken)
    {
        Own = context.Own;
        if (Words.Count == 0 && !WritesNothing)
        {
            return new StepOutput(Own?.Rows ?? 0) { KeepsCurrent = true, Note = "no word came" };
        }

        var first = Own?.Rows ?? 0;
        var added = Sql.Values(["id", "word"], ["bigint", "varchar"], Words.Select((word, number) => new object?[] { first + number + 1, word }));
        var select = Own is null ? added : $"select id, word from ml.diary union all {added}";
        return new StepOutput(ParquetWriter.Copy(context.Connection, select, Path.Combine(context.Writer.DataFolder, "part-0.parquet"), cancellationToken)) { Note = $"{Words.Count} added", Essence = Essence };
    }
}

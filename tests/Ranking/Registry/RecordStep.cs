using Recommender.Lake.Building;
using Recommender.Lake.Tables;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Tests.Registry;

/// <summary>Writes <c>ml.models</c> with rows of the test's, as damage or a person's hand would.</summary>
internal sealed class RecordStep(IReadOnlyList<ModelRecord> models) : ITableStep
{
    public TableDeclaration Table => LearningTables.Models;

    public IReadOnlyList<TableName> Inputs => [];

    public string Definition => string.Join(' ', models);

    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

    public StepOutput Build(StepContext context, CancellationToken cancellationToken) => new(StagedRows.Write(
        Table,
        context,
        rows =>
        {
            foreach (var model in models)
            {
                ModelReader.Append(rows, model);
            }
        },
        cancellationToken));
}

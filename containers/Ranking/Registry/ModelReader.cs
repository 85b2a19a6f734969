using Recommender.Lake.DuckDb;

namespace Recommender.Ranking.Registry;

/// <summary>Reads and writes the rows of <c>ml.models</c>.</summary>
public static class ModelReader
{
    private const string Columns =
        "model_id, trained_at, state, decision, settings, data, seed, users, train_rows, metrics, importances, card, file_sha256";

    /// <summary>The models, newest first.</summary>
    /// <param name="connection">Sees the table.</param>
    /// <param name="files">Whether to read the models' files, too, which are large.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<ModelRecord> Read(DuckDbConnection connection, bool files, CancellationToken cancellationToken) =>
        Read(connection, $"select {Columns}, {(files ? "file" : "null::varchar")} from ml.models order by trained_at desc, model_id", cancellationToken);

    /// <summary>The champion with its file, or null.</summary>
    internal static ModelRecord? Champion(DuckDbConnection connection, CancellationToken cancellationToken) =>
        Read(connection, $"select {Columns}, file from ml.models where state = '{ModelState.Champion.Text()}'", cancellationToken).FirstOrDefault();

    /// <summary>Appends a model's row.</summary>
    internal static void Append(DuckDbAppender rows, ModelRecord model) => rows.AppendRow(
        model.Id, model.TrainedAt, model.State.Text(), model.Decision, model.Settings, model.Data, model.Seed, model.Users, model.Rows, model.Metrics,
        model.Importances, model.Card, model.FileSha256, model.File);

    private static List<ModelRecord> Read(DuckDbConnection connection, string sql, CancellationToken cancellationToken)
    {
        var models = new List<ModelRecord>();
        using var result = connection.Query(sql, cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                models.Add(Row(chunk, row));
            }
        }

        return models;
    }

    private static ModelRecord Row(DuckDbChunk chunk, int row) => new()
    {
        Id = chunk.GetString(0, row),
        TrainedAt = DateTime.SpecifyKind((DateTime)chunk.GetValue(1, row)!, DateTimeKind.Utc),
        State = ModelStates.Parse(chunk.GetString(2, row)),
        Decision = chunk.GetString(3, row),
        Settings = chunk.GetString(4, row),
        Data = chunk.GetString(5, row),
        Seed = chunk.Column<long>(6)[row],
        Users = chunk.Column<long>(7)[row],
        Rows = chunk.Column<long>(8)[row],
        Metrics = chunk.GetString(9, row),
        Importances = chunk.GetString(10, row),
        Card = chunk.GetString(11, row),
        FileSha256 = chunk.GetString(12, row),
        File = chunk.IsNull(13, row) ? null : chunk.GetString(13, row),
    };
}

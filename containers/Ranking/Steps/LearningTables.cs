using Recommender.Lake.Checks;
using Recommender.Lake.Tables;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Steps;

/// <summary>The tables of models: what was tuned, what was trained, and the baskets that a model predicts.</summary>
public static class LearningTables
{
    /// <summary>Trials of <c>recommender tune</c>.</summary>
    public static TableDeclaration TuningRuns { get; } = new()
    {
        Name = new TableName(Zone.Ml, "tuning_runs"),
        Description = "One trial of settings on one rung of a tuning study; training takes the settings that the newest study has chosen that went to the end, or, where none did, to the highest rung. Rows are added, never changed but for their state.",
        Columns =
        [
            new("study", ColumnType.Varchar, "What trials are compared within: the same data, space of settings, learner and seed."),
            new("trial", ColumnType.Integer, "The trial's number within the study; trial 0 tries the defaults."),
            new("rung", ColumnType.Integer, "The rung, from 0: each tries with more users and on more inner folds than the one before."),
            new("settings", ColumnType.Varchar, "The settings, a JSON object of numbers."),
            new("score", ColumnType.Double, "Mean NDCG@10 over the users that the rung validates on, all of them fit users."),
            new("score_error", ColumnType.Double, "Standard error of the score over these users."),
            new("users", ColumnType.BigInt, "How many these users are."),
            new("seconds", ColumnType.Double, "How long the trial took, in seconds."),
            new("seed", ColumnType.BigInt, "The study's seed."),
            new("state", ColumnType.Varchar, "finished; promoted where a higher rung has tried the settings, too; chosen for the best of the study so far."),
            new("data", ColumnType.Varchar, "A hash of the snapshots that it was tried on."),
            new("started_at", ColumnType.Timestamp, "When the trial began, UTC."),
        ],
        Grain = ["study", "trial", "rung"],
        Checks =
        [
            new RangeCheck("score", 0, 1),
            new ValuesCheck("state", TrialTable.Finished, TrialTable.Promoted, TrialTable.Chosen),
            new NoRowsCheck("one trial of a study is chosen", "select study, count(*) as chosen from {table} where state = 'chosen' group by study having count(*) <> 1"),
        ],
    };

    /// <summary>The model registry.</summary>
    public static TableDeclaration Models { get; } = new()
    {
        Name = new TableName(Zone.Ml, "models"),
        Description = "One trained model with what it was made from and how good it is; lists come from the champion. Rows are added; their states change.",
        Columns =
        [
            new("model_id", ColumnType.Varchar, "The model, called by its file's checksum."),
            new("trained_at", ColumnType.Timestamp, "When it was trained, UTC."),
            new("state", ColumnType.Varchar, "champion: lists come from it; challenger: the newest that did not become champion; retired: it was champion once; rejected: it never was."),
            new("decision", ColumnType.Varchar, "Why it became what it is, with the figures."),
            new("settings", ColumnType.Varchar, "Settings it was trained with, a JSON object of numbers."),
            new("data", ColumnType.Varchar, "By table, the snapshot it was trained on, a JSON object."),
            new("seed", ColumnType.BigInt, "The seed of its training."),
            new("users", ColumnType.BigInt, "Users whose baskets it learnt from."),
            new("train_rows", ColumnType.BigInt, "Rows it learnt from."),
            new("metrics", ColumnType.Varchar, "How well it predicts the known next baskets of the test users, a JSON object of numbers."),
            new("importances", ColumnType.Varchar, "By feature, its share of what all splits gained, a JSON object of numbers, the most important first."),
            new("card", ColumnType.Varchar, "The model card, Markdown."),
            new("file_sha256", ColumnType.Varchar, "SHA-256 of the model's file, hexadecimal."),
            new("file", ColumnType.Varchar, "The model's file in base64; NULL where it is not kept any more.", Nullable: true),
        ],
        Grain = ["model_id"],
        Checks =
        [
            new ValuesCheck("state", [.. ModelStates.All]),
            new NoRowsCheck("at most one model is champion", "select state, count(*) as models from {table} where state = 'champion' group by state having count(*) > 1"),
            new NoRowsCheck("at most one model is challenger", "select state, count(*) as models from {table} where state = 'challenger' group by state having count(*) > 1"),
            new NoRowsCheck("the champion and the challenger have their files", "select model_id, state from {table} where state in ('champion', 'challenger') and file is null"),
        ],
    };

    /// <summary>The next basket that a model predicts.</summary>
    public static TableDeclaration NextBasket { get; } = new()
    {
        Name = new TableName(Zone.Published, "next_basket"),
        Description = "One product of the basket that a user is expected to fill next: as many of the likeliest as make the expected F1 greatest. A user whose best basket is empty has no row, nor has anybody while no model is champion.",
        Columns =
        [
            new("user_id", ColumnType.BigInt, "The user."),
            new("rank", ColumnType.Integer, "Place in the basket; the likeliest product is 1."),
            new("product_id", ColumnType.BigInt, "The product."),
            new("probability", ColumnType.Double, "Calibrated probability that the product is in the user's next basket, 0 to 1."),
            new("expected_f1", ColumnType.Double, "The F1 that is to be expected of the user's whole basket, 0 to 1."),
            new("model", ColumnType.Varchar, "The model, an id of ml.models."),
        ],
        Grain = ["user_id", "rank"],
        Checks =
        [
            new RangeCheck("rank", 1, null),
            new RangeCheck("probability", 0, 1),
            new RangeCheck("expected_f1", 0, 1),
            new RelationshipCheck("product_id", RankingTables.Clean("products"), "product_id"),
            new NoRowsCheck(
                "no product twice for one user",
                "select user_id, product_id, count(*) as times from {table} group by user_id, product_id having count(*) > 1"),
            new NoRowsCheck(
                "the likelier come first",
                "select one.user_id, one.rank from {table} as one join {table} as other on other.user_id = one.user_id and other.rank = one.rank + 1 where other.probability > one.probability"),
        ],
    };
}

namespace Recommender.Ranking.Registry;

/// <summary>A trained model as <c>ml.models</c> keeps it.</summary>
public sealed record ModelRecord
{
    /// <summary><c>learnt-</c> and the first 12 hexadecimal digits of its file's SHA-256: the same training gives the same id.</summary>
    public required string Id { get; init; }

    /// <summary>When it was trained, UTC.</summary>
    public required DateTime TrainedAt { get; init; }

    /// <summary>What it is to the lists.</summary>
    public required ModelState State { get; init; }

    /// <summary>Why it is that, in a sentence.</summary>
    public required string Decision { get; init; }

    /// <summary>Settings it was trained with: a JSON object.</summary>
    public required string Settings { get; init; }

    /// <summary>By table, the snapshot it was trained on: a JSON object.</summary>
    public required string Data { get; init; }

    /// <summary>The seed of its training.</summary>
    public required long Seed { get; init; }

    /// <summary>Users whose baskets it learnt from.</summary>
    public required long Users { get; init; }

    /// <summary>Rows it learnt from.</summary>
    public required long Rows { get; init; }

    /// <summary>How well it predicts the known next baskets of the test users: a JSON object of numbers.</summary>
    public required string Metrics { get; init; }

    /// <summary>By feature, its share of what all splits gained: a JSON object of numbers, the most important first.</summary>
    public required string Importances { get; init; }

    /// <summary>The model card, Markdown.</summary>
    public required string Card { get; init; }

    /// <summary>SHA-256 of the model's file, lower-case hexadecimal.</summary>
    public required string FileSha256 { get; init; }

    /// <summary>The model's file in base64; null where it is not kept any more.</summary>
    public string? File { get; init; }
}

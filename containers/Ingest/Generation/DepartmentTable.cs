namespace Recommender.Ingest.Generation;

/// <summary>The 21 departments in id order.</summary>
internal static class DepartmentTable
{
    internal static readonly IReadOnlyList<string> Names =
    [
        "frozen", "other", "bakery", "produce", "alcohol", "international", "beverages", "pets", "dry goods pasta", "bulk",
        "personal care", "meat seafood", "pantry", "breakfast", "canned goods", "dairy eggs", "household", "babies", "snacks",
        "deli", "missing",
    ];

    /// <summary>
    /// Shape of the gamma that spreads users' tastes for a department: near 0, few users buy there but those buy much
    /// (alcohol, pets, babies); from 2 up, nearly all buy there.
    /// </summary>
    internal static readonly IReadOnlyList<double> TasteShape =
        [1, 1, 1.5, 2, 0.25, 1, 0.8, 0.2, 1.5, 0.5, 0.6, 0.8, 1.5, 1, 1.2, 2, 0.7, 0.2, 1.2, 1, 1];
}

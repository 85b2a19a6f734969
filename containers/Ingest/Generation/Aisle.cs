namespace Recommender.Ingest.Generation;

/// <summary>One aisle: its department, its part of the catalogue and of the lines bought, and nouns to name products with.</summary>
internal sealed record Aisle(string Name, int Department, int Products, int LineShare, string[] Nouns);

namespace Recommender.Lake.DuckDb;

/// <summary>One column of a result.</summary>
/// <param name="Name">As the query names it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Width">Digits of a DECIMAL, 1..38; else 0.</param>
/// <param name="Scale">Digits after the point of a DECIMAL; else 0.</param>
public sealed record DuckDbColumn(string Name, DuckDbType Type, int Width, int Scale);

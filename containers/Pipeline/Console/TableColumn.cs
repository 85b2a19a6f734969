namespace Recommender.Pipeline.Console;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Right">Whether its values stand to the right, as numbers do.</param>
/// <param name="Importance">Columns of the least importance are dropped first where the window is narrow; 0 is never dropped.</param>
/// <param name="Least">The width it may be shortened to; null where it is never shortened.</param>
/// <param name="Wraps">Whether a text that is too wide goes on in further lines instead of being cut; for the last column.</param>
internal sealed record TableColumn(string Header, bool Right = false, int Importance = 0, int? Least = null, bool Wraps = false);

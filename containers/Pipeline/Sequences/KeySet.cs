using Recommender.Ranking.Sequences;

namespace Recommender.Pipeline.Sequences;

/// <summary>Which users are for what.</summary>
/// <param name="Items">Number of items.</param>
/// <param name="Parts">The part of each user that is in one, in the order of the file.</param>
internal sealed record KeySet(int Items, IReadOnlyDictionary<string, SequencePart> Parts);

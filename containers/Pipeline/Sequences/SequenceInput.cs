using Recommender.Lake.Errors;
using Recommender.Ranking.Sequences;

namespace Recommender.Pipeline.Sequences;

/// <summary>Reads a benchmark's three files and puts them together.</summary>
internal static class SequenceInput
{
    /// <summary>Most items that can be ranked, each of which takes about 1.5 kB: 1,000,000.</summary>
    public const int MostItems = 1_000_000;

    /// <summary>The users of the history file, with their parts and next baskets.</summary>
    /// <exception cref="CallerException">A file is missing or wrong, or they do not fit together.</exception>
    public static SequenceSet Read(string history, string future, string keyset)
    {
        var keys = KeySetFile.Read(keyset, JsonFile.Read("--keyset", keyset));
        var histories = SequenceFile.Read(history, JsonFile.Read("--history", history), keys.Items);
        var next = SequenceFile.Read(future, JsonFile.Read("--future", future), keys.Items);
        if (keys.Items > MostItems)
        {
            var greatest = histories.Values.Concat(next.Values).SelectMany(baskets => baskets).SelectMany(basket => basket).DefaultIfEmpty().Max();
            throw new CallerException(FormattableString.Invariant(
                $"{keyset}: item_num is {keys.Items}; at most {MostItems} items can be ranked. The greatest item in {history} and {future} is {greatest}: number the items from 0 without gaps"));
        }

        if (histories.FirstOrDefault(user => user.Value.Length == 0) is { Key: { } empty })
        {
            throw new CallerException($"{history}: user \"{empty}\" has no basket; each user must have at least one");
        }

        if (next.FirstOrDefault(user => user.Value.Length != 1) is { Key: { } many } other)
        {
            throw new CallerException($"{future}: user \"{many}\" has {other.Value.Length} baskets; the future of a user is one basket, [[-1], [item, …], [-1]]");
        }

        if (next.Keys.FirstOrDefault(user => !histories.ContainsKey(user)) is { } unknown)
        {
            throw new CallerException($"{future}: user \"{unknown}\" is not in {history}; a user with a future must have a history");
        }

        if (keys.Parts.Keys.FirstOrDefault(user => !histories.ContainsKey(user)) is { } missing)
        {
            throw new CallerException($"{keyset}: user \"{missing}\" is not in {history}; the users of a key set must have a history");
        }

        if (!keys.Parts.Values.Contains(SequencePart.Train))
        {
            throw new CallerException($"{keyset}: train has no user; there is nobody to learn from");
        }

        return new SequenceSet(
            keys.Items,
            [.. histories.Select(user => new Sequence(user.Key, keys.Parts.GetValueOrDefault(user.Key), user.Value, next.GetValueOrDefault(user.Key)?[0]))]);
    }
}

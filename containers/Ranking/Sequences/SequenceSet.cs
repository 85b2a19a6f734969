using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Sequences;

/// <summary>
/// The users of a key set, each with an id for tables: train users get ids of the half that settings and models are fitted on
/// (<see cref="UserSplit"/>), all others of the half that they are tested on, so that whatever counts over fit users counts
/// train users and no others.
/// </summary>
public sealed class SequenceSet
{
    private readonly Dictionary<long, int> _places = [];

    /// <summary>A set of these users.</summary>
    /// <param name="items">Number of items: they are 0 … items − 1.</param>
    /// <param name="sequences">The users; their ids follow from their order and parts.</param>
    public SequenceSet(int items, IReadOnlyList<Sequence> sequences)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentNullException.ThrowIfNull(sequences);
        (Items, Sequences) = (items, sequences);
        var (fit, test) = (0L, 0L);
        var ids = new long[sequences.Count];
        for (var place = 0; place < ids.Length; place++)
        {
            ref var last = ref sequences[place].Part == SequencePart.Train ? ref fit : ref test;
            do
            {
                last++;
            }
            while (UserSplit.IsTest(last) == (sequences[place].Part == SequencePart.Train));
            (ids[place], _places[last]) = (last, place);
        }

        Ids = ids;
    }

    /// <summary>Number of items.</summary>
    public int Items { get; }

    /// <summary>The users.</summary>
    public IReadOnlyList<Sequence> Sequences { get; }

    /// <summary>Their ids, from 1, by place.</summary>
    public IReadOnlyList<long> Ids { get; }

    /// <summary>The user with an id.</summary>
    public Sequence Of(long id) => Sequences[_places[id]];

    /// <summary>How many users of a part there are, and of how many of them the next basket is known.</summary>
    public (int Users, int Known) Count(SequencePart part) =>
        (Sequences.Count(user => user.Part == part), Sequences.Count(user => user.Part == part && user.Next is not null));
}

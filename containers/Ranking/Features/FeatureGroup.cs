using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>
/// Features that belong together. One thread's own: it sees the user through a <see cref="UserView"/>, and so nothing after the
/// known baskets. A value that is not known, or means nothing for the pair, is NaN.
/// </summary>
internal abstract class FeatureGroup
{
    /// <summary>The features, in the order in which <see cref="Fill"/> writes them.</summary>
    public abstract IReadOnlyList<FeatureColumn> Columns { get; }

    /// <summary>Prepares what is the same for all candidates of the user who was loaded into the view.</summary>
    public virtual void LoadUser()
    {
    }

    /// <summary>Writes the values of one candidate.</summary>
    /// <param name="item">The candidate.</param>
    /// <param name="slot">Its slot in the view, or −1 where the user never bought it.</param>
    /// <param name="values">As long as <see cref="Columns"/>.</param>
    public abstract void Fill(int item, int slot, Span<float> values);

    /// <summary>A quotient, NaN where nothing is divided by.</summary>
    protected static float Ratio(float part, float whole) => whole == 0 ? float.NaN : part / whole;
}

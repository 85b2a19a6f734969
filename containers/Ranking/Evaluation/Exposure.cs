namespace Recommender.Ranking.Evaluation;

/// <summary>How often each product of the catalogue is in the lists of some users: measures of all lists together, by pseudo-values (see <see cref="MetricColumn"/>).</summary>
internal sealed class Exposure
{
    private readonly RankedLists _lists;
    private readonly int[] _users;
    private readonly int _k;
    private readonly int[] _counts;

    /// <param name="lists">The lists.</param>
    /// <param name="users">Whose lists count.</param>
    /// <param name="k">How much of each.</param>
    /// <param name="products">Size of the catalogue.</param>
    public Exposure(RankedLists lists, int[] users, int k, int products)
    {
        (_lists, _users, _k, _counts) = (lists, users, k, new int[products]);
        foreach (var user in users)
        {
            foreach (var item in lists.First(user, k))
            {
                _counts[item]++;
            }
        }
    }

    /// <summary>
    /// Products in any list: a user's influence is n − 1 times the products that are in the user's list alone, less the mean of
    /// that over the n users (the jackknife's).
    /// </summary>
    public double[] Distinct()
    {
        var alone = ByUser(item => _counts[item] == 1 ? 1 : 0);
        var (distinct, mean) = (_counts.Count(count => count > 0), alone.DefaultIfEmpty(0).Average());
        return [.. alone.Select(own => distinct + ((_users.Length - 1) * (own - mean)))];
    }

    /// <summary>
    /// Gini's coefficient, Σ (2 i − C − 1) c(i) / (C Σ c) over the C products' counts ascending, i from 1: a user's influence is
    /// n × Σ over the user's list of its derivative by the product's count, equal counts sharing their mean place. Null without any list.
    /// </summary>
    public double[]? Gini()
    {
        var total = _counts.Sum(count => (long)count);
        if (total == 0)
        {
            return null;
        }

        var places = MeanPlaces();
        double Share(int count) => ((2 * places[count]) - _counts.Length - 1) / _counts.Length;
        var gini = _counts.Sum(count => count * Share(count)) / total;
        return [.. ByUser(item => Share(_counts[item]) - gini).Select(influence => gini + (_users.Length * influence / total))];
    }

    /// <summary>For each count there is, the mean place, from 1, of the products of that count.</summary>
    private Dictionary<int, double> MeanPlaces()
    {
        var places = new Dictionary<int, double>();
        var before = 0;
        foreach (var (count, products) in _counts.CountBy(count => count).OrderBy(group => group.Key))
        {
            places[count] = before + ((products + 1) / 2.0);
            before += products;
        }

        return places;
    }

    private double[] ByUser(Func<int, double> value) => [.. _users.Select(user =>
    {
        var sum = 0.0;
        foreach (var item in _lists.First(user, _k))
        {
            sum += value(item);
        }

        return sum;
    })];
}

using System.Globalization;
using System.Numerics;

namespace Recommender.Lake.DuckDb;

/// <summary>Turns a boxed value into the type a caller asks for.</summary>
internal static class ScalarConverter
{
    internal static T? To<T>(object? value)
    {
        if (value is null)
        {
            return default;
        }
        if (value is T fits)
        {
            return fits;
        }
        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (value is BigInteger big)
        {
            // SUM of integers is a HUGEINT; callers want a long.
            value = target == typeof(double) || target == typeof(float) ? (double)big
                : target == typeof(string) ? big.ToString(CultureInfo.InvariantCulture)
                : (decimal)big;
        }
        if (target == typeof(BigInteger))
        {
            return (T)(object)new BigInteger(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        }
        return value is IConvertible
            ? (T)Convert.ChangeType(value, target, CultureInfo.InvariantCulture)
            : throw new InvalidCastException($"A {value.GetType().Name} cannot become a {target.Name}.");
    }
}

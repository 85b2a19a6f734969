using System.Globalization;

namespace Recommender.Infra.Tests.Policies;

/// <summary>The condition operators that the tests know.</summary>
internal static class IamOperators
{
    /// <summary>Their names.</summary>
    public static IReadOnlySet<string> Known { get; } = new HashSet<string>
    {
        "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringLike", "StringNotLike", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike",
        "Bool", "Null", "NumericLessThan", "NumericLessThanEquals", "NumericEquals",
    };

    /// <summary>Whether an operator holds where nothing matches.</summary>
    public static bool Negates(string name) => name.Contains("Not", StringComparison.Ordinal);

    /// <summary>Whether one value of a policy and one of a request agree to the operator.</summary>
    /// <exception cref="NotSupportedException">The operator is not known.</exception>
    public static bool Match(string name, string wanted, string given) => name switch
    {
        "StringEquals" or "Bool" => wanted == given,
        "StringNotEquals" => wanted != given,
        "StringEqualsIgnoreCase" => string.Equals(wanted, given, StringComparison.OrdinalIgnoreCase),
        "StringLike" => Wildcard.Fits(wanted, given),
        "StringNotLike" => !Wildcard.Fits(wanted, given),
        "ArnEquals" or "ArnLike" => ArnPattern.Fits(wanted, given),
        "ArnNotEquals" or "ArnNotLike" => !ArnPattern.Fits(wanted, given),
        "NumericEquals" => Number(given) == Number(wanted),
        "NumericLessThan" => Number(given) < Number(wanted),
        "NumericLessThanEquals" => Number(given) <= Number(wanted),
        _ => throw new NotSupportedException($"condition operator {name} is not known to the tests"),
    };

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

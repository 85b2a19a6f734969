using System.Globalization;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Json;

/// <summary>Cuts lists into pages. A token says how many items came before.</summary>
internal static class Pages
{
    /// <summary>One page.</summary>
    /// <param name="items">All items, in an order that does not change.</param>
    /// <param name="token">The token of the page before; null for the first page.</param>
    /// <param name="size">Items of a page at most.</param>
    /// <param name="code">AWS's name of the error where the token is none.</param>
    /// <returns>The items, and the token of the next page or null.</returns>
    /// <exception cref="AwsFaultException">The token is none.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Cut<T>(IReadOnlyList<T> items, string? token, int size, string code)
    {
        var start = 0;
        if (token is not null && !(token.StartsWith(Mark, StringComparison.Ordinal) && int.TryParse(token.AsSpan(Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out start) && start <= items.Count))
        {
            throw new AwsFaultException(code, $"the token '{token}' is not one that was given");
        }

        var end = Math.Min(items.Count, start + size);
        return ([.. items.Skip(start).Take(end - start)], end < items.Count ? string.Create(CultureInfo.InvariantCulture, $"{Mark}{end}") : null);
    }

    private const string Mark = "page-";
}

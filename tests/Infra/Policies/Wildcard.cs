namespace Recommender.Infra.Tests.Policies;

/// <summary>Texts with <c>*</c> (any characters) and <c>?</c> (one character), as IAM matches them.</summary>
internal static class Wildcard
{
    /// <summary>Whether the whole text fits the pattern; case counts.</summary>
    public static bool Fits(string pattern, string text)
    {
        // Greedy with one way back: the last star takes one more character wherever what follows does not fit.
        int p = 0, t = 0, star = -1, taken = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                taken = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++taken;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).Trim('*').IsEmpty;
    }
}

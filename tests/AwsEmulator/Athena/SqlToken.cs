namespace Recommender.AwsEmulator.Athena;

/// <summary>A token of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is written; a quoted name without its quotes.</param>
/// <param name="Start">Where it begins, in characters from 0.</param>
/// <param name="End">Where it ends.</param>
internal sealed record SqlToken(SqlTokenKind Kind, string Text, int Start, int End)
{
    /// <summary>Whether it is a word, in any case.</summary>
    public bool Is(string word) => Kind == SqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is one of some words, in any case.</summary>
    public bool IsAny(IReadOnlySet<string> words) => Kind == SqlTokenKind.Word && words.Contains(Text.ToLowerInvariant());

    /// <summary>Whether it is a sign.</summary>
    public bool IsSign(string sign) => Kind == SqlTokenKind.Sign && Text == sign;

    /// <summary>Whether it is a name, quoted or not.</summary>
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.Quoted;
}

namespace Recommender.Transform.Linting;

/// <summary>What a token is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a name.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    QuotedName,

    /// <summary>Text in single quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An operator or punctuation.</summary>
    Symbol,

    /// <summary>A macro's name with its <c>@</c>.</summary>
    Macro,
}

/// <summary>A token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; words and macros in lower case.</param>
/// <param name="Offset">Where it starts.</param>
internal sealed record SqlToken(SqlTokenKind Kind, string Text, int Offset);

using System.Text.RegularExpressions;

namespace Recommender.Transform.Linting;

/// <summary>Cuts SQL into tokens and drops comments.</summary>
internal static partial class SqlTokenizer
{
    private static readonly (string Group, SqlTokenKind Kind)[] Kinds =
    [
        ("word", SqlTokenKind.Word),
        ("quoted", SqlTokenKind.QuotedName),
        ("text", SqlTokenKind.Text),
        ("number", SqlTokenKind.Number),
        ("macro", SqlTokenKind.Macro),
        ("symbol", SqlTokenKind.Symbol),
    ];

    /// <summary>The tokens in order.</summary>
    public static IEnumerable<SqlToken> Read(string sql)
    {
        foreach (Match match in Tokens().Matches(sql))
        {
            foreach (var (group, kind) in Kinds)
            {
                if (match.Groups[group].Success)
                {
                    var folds = kind is SqlTokenKind.Word or SqlTokenKind.Macro;
                    yield return new SqlToken(kind, folds ? match.Value.ToLowerInvariant() : match.Value, match.Index);
                }
            }
        }
    }

    [GeneratedRegex(
        """
        --[^\n]* | /\*[\s\S]*?\*/
        | (?<text>'(?:[^']|'')*'?)
        | (?<quoted>"(?:[^"]|"")*"?)
        | (?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
        | (?<word>[A-Za-z_][A-Za-z0-9_]*)
        | (?<macro>@[A-Za-z_]+)
        | (?<symbol>::|\|\||<>|<=|>=|!=|==|->>|->|=>|:=|//|\*\*|!~|\S)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tokens();
}

using System.Globalization;
using Recommender.Lake.Engine;
using Recommender.Lake.Planning;

namespace Recommender.Lake.Athena;

/// <summary>Tokens by which Athena knows a repeated start as the one it has had.</summary>
internal static class AthenaToken
{
    /// <summary>The token of a start, 64 hexadecimal digits.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="unique">What tells this start from every other where the statement has no token of its own.</param>
    /// <param name="attempt">Which attempt at the statement it is, from 1: a second one is a start of its own.</param>
    public static string Of(SqlStatement statement, string unique, int attempt) =>
        Fingerprint.Of(statement.Token is { } own ? $"token {own}" : $"once {unique}", statement.Sql, attempt.ToString(CultureInfo.InvariantCulture));
}

namespace Recommender.Infra.Querying;

/// <summary>SQL files of the program: the first line of each is a comment that says what it answers.</summary>
internal static class CommentedSql
{
    /// <summary>What a line of comment begins with.</summary>
    public const string Comment = "-- ";

    /// <summary>Reads a file.</summary>
    /// <param name="resource">Its name in the assembly, such as <c>questions/staples.sql</c>.</param>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    /// <exception cref="InvalidOperationException">Its first line is no comment.</exception>
    public static (string Description, string Sql) Read(string resource)
    {
        using var stream = typeof(CommentedSql).Assembly.GetManifestResourceStream(resource) ?? throw new ArgumentException($"there is no {resource}", nameof(resource));
        using var reader = new StreamReader(stream);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
        var first = sql.Split('\n')[0];
        return first.StartsWith(Comment, StringComparison.Ordinal)
            ? (first[Comment.Length..], sql)
            : throw new InvalidOperationException($"{resource} does not begin with a comment that says what it answers");
    }
}

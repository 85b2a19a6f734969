using System.Text.RegularExpressions;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Querying;

/// <summary>
/// A question that analysts ask, kept as a named query. It lies in <c>Questions/NAME.sql</c>, written like a model in the SQL that
/// both engines read, so <c>recommender query</c> answers it too; its first line is a comment that says what it answers.
/// </summary>
/// <param name="Name">What it is called, such as <c>best-sellers-by-hour</c>.</param>
/// <param name="Description">What it answers, in one sentence.</param>
/// <param name="Sql">The SELECT; it names tables as <c>zone.table</c>.</param>
internal sealed partial record Question(string Name, string Description, string Sql)
{
    private const string Folder = "questions/";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Question> All { get; } =
    [
        .. typeof(Question).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read),
    ];

    /// <summary>The SELECT as Athena takes it: a zone there is a database with the stack in its name.</summary>
    public string For(StackContext context) => Zones().Replace(Sql, zone => context.Database(Enum.Parse<Lake.Tables.Zone>(zone.Value, ignoreCase: true)));

    private static Question Read(string resource)
    {
        var (description, sql) = CommentedSql.Read(resource);
        return new(Path.GetFileNameWithoutExtension(resource), description, sql);
    }

    [GeneratedRegex(@"\b(curated|published)(?=\.[a-z])")]
    private static partial Regex Zones();
}

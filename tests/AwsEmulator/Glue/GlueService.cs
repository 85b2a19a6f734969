using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Glue;

/// <summary>The data catalog of AWS Glue: databases, tables and their versions.</summary>
/// <param name="state">What the emulator's services share.</param>
/// <param name="catalog">The databases.</param>
internal sealed partial class GlueService(EmulatorState state, GlueCatalog catalog) : IJsonService
{
    private const string Invalid = "InvalidInputException";
    private const int PageSize = 100;

    /// <inheritdoc/>
    public string Target => "AWSGlue";

    /// <inheritdoc/>
    public string Name => "glue";

    /// <inheritdoc/>
    public string Version => "1.1";

    /// <summary>The databases, without the protocol.</summary>
    public GlueCatalog Catalog { get; } = catalog;

    /// <inheritdoc/>
    public Task<JsonObject> InvokeAsync(string operation, JsonObject input, CancellationToken cancellationToken) => Task.FromResult(operation switch
    {
        "CreateDatabase" => Do(() => Catalog.CreateDatabase(input.Object("DatabaseInput") ?? throw new AwsFaultException(Invalid, "DatabaseInput is missing"))),
        "GetDatabase" => GetDatabase(input.Required("Name", Invalid)),
        "GetDatabases" => Page(input, "DatabaseList", Catalog.Databases, database => database.ToJson(Account)),
        "DeleteDatabase" => Do(() => Catalog.DeleteDatabase(input.Required("Name", Invalid))),
        "CreateTable" => Do(() => Catalog.Create(Database(input), TableInput(input))),
        "GetTable" => new JsonObject { ["Table"] = Catalog.Get(Database(input), input.Required("Name", Invalid)).ToJson(Account) },
        "GetTables" => GetTables(input),
        "UpdateTable" => Do(() => Catalog.Update(Database(input), TableInput(input), input.Text("VersionId"), input.Flag("SkipArchive"))),
        "DeleteTable" => Do(() => Catalog.Delete(Database(input), input.Required("Name", Invalid))),
        "GetTableVersions" => GetTableVersions(input),
        "GetPartitions" => GetPartitions(input),
        _ => throw new AwsFaultException("UnknownOperationException", $"the emulated catalog does not know {operation}"),
    });

    private string Account => state.Options.Account;

    private static string Database(JsonObject input) => input.Required("DatabaseName", Invalid);

    private static JsonObject TableInput(JsonObject input) => input.Object("TableInput") ?? throw new AwsFaultException(Invalid, "TableInput is missing");

    private static JsonObject Do(Action work)
    {
        work();
        return [];
    }

    private JsonObject GetDatabase(string name) => new()
    {
        ["Database"] = (Catalog.FindDatabase(name) ?? throw new AwsFaultException("EntityNotFoundException", $"Database {name} not found.")).ToJson(Account),
    };

    private JsonObject GetTables(JsonObject input)
    {
        var tables = Catalog.Tables(Database(input));
        if (input.Text("Expression") is { Length: > 0 } expression)
        {
            var pattern = Pattern(expression);
            tables = [.. tables.Where(table => pattern.IsMatch(table.Name))];
        }

        return Page(input, "TableList", tables, table => table.ToJson(Account));
    }

    private JsonObject GetTableVersions(JsonObject input)
    {
        // The newest first.
        var versions = Catalog.Versions(Database(input), input.Required("TableName", Invalid)).Reverse().ToList();
        return Page(input, "TableVersions", versions, table => new JsonObject { ["Table"] = table.ToJson(Account), ["VersionId"] = table.VersionId });
    }

    // The lake's partitions are projected: none is ever registered.
    private JsonObject GetPartitions(JsonObject input)
    {
        _ = Catalog.Get(Database(input), input.Required("TableName", Invalid));
        return new JsonObject { ["Partitions"] = new JsonArray() };
    }

    private static JsonObject Page<T>(JsonObject input, string member, IReadOnlyList<T> items, Func<T, JsonObject> write)
    {
        var size = input.Number("MaxResults") ?? PageSize;
        if (size is < 1 or > PageSize)
        {
            throw new AwsFaultException(Invalid, $"MaxResults is {size}; it must be from 1 to {PageSize}");
        }

        var (page, next) = Pages.Cut(items, input.Text("NextToken"), size, Invalid);
        var answer = new JsonObject { [member] = new JsonArray([.. page.Select(write)]) };
        if (next is not null)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    // A regular expression in which, as in Hive, a star alone stands for any text; the whole name must match.
    private static Regex Pattern(string expression)
    {
        try
        {
            return new Regex($@"\A(?:{LoneStar().Replace(expression, ".*")})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }
        catch (ArgumentException)
        {
            throw new AwsFaultException(Invalid, $"the expression '{expression}' is no regular expression");
        }
    }

    [GeneratedRegex(@"(?<![.\])\w])\*|(?<=\w)\*")]
    private static partial Regex LoneStar();
}

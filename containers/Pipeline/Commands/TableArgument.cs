using System.CommandLine;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.Commands;

/// <summary>The argument that names a declared table.</summary>
internal static class TableArgument
{
    private const int MostEdits = 4;
    private const int MostSuggestions = 5;

    /// <summary>The argument.</summary>
    public static Argument<string> Create() => new("TABLE") { Description = "A table as ZONE.TABLE, such as clean.orders" };

    /// <summary>The table of that name.</summary>
    /// <exception cref="CallerException">There is none; the message suggests near names.</exception>
    public static TableDeclaration Find(string name)
    {
        var wanted = name.Trim().ToLowerInvariant();
        if (GroceryPipeline.Tables.FirstOrDefault(table => table.Name.ToString() == wanted) is { } found)
        {
            return found;
        }

        var near = GroceryPipeline.Tables
            .Select(table => (table.Name, Edits: Math.Min(Edits(wanted, table.Name.ToString()), Edits(wanted.Split('.')[^1], table.Name.Table))))
            .Where(candidate => candidate.Edits <= MostEdits)
            .OrderBy(candidate => candidate.Edits)
            .Take(MostSuggestions)
            .ToList();
        throw new CallerException(near.Count > 0
            ? $"there is no table '{name}'; did you mean {string.Join(" or ", near.Where(candidate => candidate.Edits <= near[0].Edits + 1).Select(candidate => candidate.Name))}?"
            : $"there is no table '{name}'; 'recommender tables' lists them");
    }

    /// <summary>Letters to insert, remove or replace to turn one text into the other (Levenshtein's distance).</summary>
    internal static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}

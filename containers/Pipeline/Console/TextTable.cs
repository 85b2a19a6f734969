using System.Text;
using Spectre.Console;

namespace Recommender.Pipeline.Console;

/// <summary>
/// A plain table that fits any width: where the window is too narrow, columns that can be shortened are (with …, or over more
/// lines), and then the least important are left out.
/// </summary>
/// <param name="columns">The columns.</param>
internal sealed class TextTable(params IReadOnlyList<TableColumn> columns)
{
    private const string Gap = "  ";
    private readonly List<string[]> _rows = [];

    /// <summary>How many columns the last <see cref="Write"/> left out.</summary>
    public int Hidden { get; private set; }

    /// <summary>Adds a row: one text per column; line ends and control characters become spaces.</summary>
    public void Add(params string[] cells) => _rows.Add([.. cells.Select(OneLine)]);

    /// <summary>Writes the table.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="width">The columns of the window; null for no bound.</param>
    public void Write(TextWriter writer, int? width)
    {
        var widths = columns.Select((column, i) => _rows.Select(row => Width(row[i])).Append(Width(column.Header)).Max()).ToArray();
        var shown = Fit(widths, width ?? int.MaxValue);
        Hidden = columns.Count - shown.Count;
        WriteLine(writer, shown, widths, i => columns[i].Header);
        WriteLine(writer, shown, widths, i => new string('─', widths[i]));
        foreach (var row in _rows)
        {
            WriteRow(writer, shown, widths, row);
        }
    }

    /// <summary>Shortens a text to a number of terminal cells.</summary>
    public static string Shorten(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = Width(rune.ToString());
            if (used + next > width - 1)
            {
                break;
            }

            kept.Append(rune);
            used += next;
        }

        return kept.Append('…').ToString();
    }

    /// <summary>Terminal cells that a text takes: two for a wide character.</summary>
    public static int Width(string text) => Ascii.IsValid(text) ? text.Length : text.GetCellWidth();

    private static string OneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)) : text;

    private static string Pad(string text, int width, bool right)
    {
        var spaces = new string(' ', Math.Max(0, width - Width(text)));
        return right ? spaces + text : text + spaces;
    }

    private List<int> Fit(int[] widths, int room)
    {
        var shown = Enumerable.Range(0, columns.Count).ToList();
        long Excess() => shown.Sum(i => (long)widths[i]) + Gap.Length * (shown.Count - 1) - room;
        while (true)
        {
            // The widest gives way first, down to the least width of each.
            while (Excess() > 0 && shown.Where(i => widths[i] > (columns[i].Least ?? int.MaxValue)).OrderByDescending(i => widths[i]).FirstOrDefault(-1) is >= 0 and var widest)
            {
                widths[widest]--;
            }

            var droppable = shown.Where(i => columns[i].Importance > 0).OrderBy(i => columns[i].Importance).FirstOrDefault(-1);
            if (Excess() <= 0 || droppable < 0)
            {
                return shown;
            }

            shown.Remove(droppable);
            Restore(widths, shown);
        }
    }

    /// <summary>What was shortened in vain gets its width back once a column is left out.</summary>
    private void Restore(int[] widths, List<int> shown)
    {
        foreach (var i in shown)
        {
            widths[i] = _rows.Select(row => Width(row[i])).Append(Width(columns[i].Header)).Max();
        }
    }

    private void WriteRow(TextWriter writer, List<int> shown, int[] widths, string[] row)
    {
        var last = shown[^1];
        var lines = columns[last].Wraps ? Wrap(row[last], widths[last]) : [row[last]];
        for (var line = 0; line < lines.Count; line++)
        {
            WriteLine(writer, shown, widths, i => i == last ? lines[line] : line == 0 ? row[i] : "");
        }
    }

    /// <summary>Cuts a text between words into lines of a width.</summary>
    private static List<string> Wrap(string text, int width)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' '))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length == 0 || Width(longer) <= width)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private void WriteLine(TextWriter writer, List<int> shown, int[] widths, Func<int, string> cell)
    {
        var line = string.Join(Gap, shown.Select(i => Pad(Shorten(cell(i), widths[i]), widths[i], columns[i].Right)));
        writer.WriteLine(line.TrimEnd());
    }
}

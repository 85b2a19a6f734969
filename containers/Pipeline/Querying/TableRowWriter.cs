using Recommender.Lake.Engine;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Querying;

/// <summary>The first rows as a table that fits the window.</summary>
/// <param name="terminal">The window.</param>
/// <param name="limit">Rows to show at most.</param>
internal sealed class TableRowWriter(Terminal terminal, int limit) : IRowWriter
{
    private const int LeastCellWidth = 8;
    private TextTable _table = new();
    private int _rows;
    private bool _more;

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<SqlColumn> columns)
    {
        // Columns to the right go first where the window is too narrow for all of them.
        _table = new TextTable([.. columns.Select((column, i) => new TableColumn(
            column.Name, ValueText.IsNumber(column.Type), columns.Count - 1 - i is var fromRight && i > 0 ? fromRight + 1 : 0, ValueText.IsNumber(column.Type) ? null : LeastCellWidth))]);
    }

    /// <inheritdoc/>
    public bool Write(IReadOnlyList<object?> row)
    {
        if (_rows == limit)
        {
            _more = true;
            return false;
        }

        _table.Add([.. row.Select(ValueText.Of)]);
        _rows++;
        return true;
    }

    /// <inheritdoc/>
    public void End()
    {
        _table.Write(terminal.Out, terminal.Width);
        if (_table.Hidden > 0)
        {
            terminal.Error.WriteLine($"{HumanText.Of(_table.Hidden, "column")} not shown: the window is too narrow (--format csv or json shows all)");
        }

        terminal.Error.WriteLine(_more ? $"the first {HumanText.Of(_rows, "row")}; there are more (--limit N shows more, --format csv or json all)" : HumanText.Of(_rows, "row"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

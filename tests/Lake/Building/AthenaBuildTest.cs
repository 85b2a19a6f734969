using Recommender.Lake.Building;
using Recommender.Lake.Checks;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

/// <summary>A lake on an emulated AWS for each test, with <c>raw.items</c>, built in the task, and <c>clean.items</c> over it, built by Athena.</summary>
public abstract class AthenaBuildTest : IAsyncLifetime
{
    private protected const string All = "select id, name from clean.items order by id";
    private protected const string Refused = "select reject_reason, source_file, source_line, raw_text from clean.items__quarantine order by source_line";

    private AthenaLake? _lake;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected AthenaLake Lake => _lake ?? throw new InvalidOperationException("the test has not begun");

    /// <summary>How long an answer of AWS's may take.</summary>
    private protected virtual TimeSpan Patience => TimeSpan.FromMinutes(1);

    private protected MemoryStep Items { get; } = new();

    private protected DayStep Sales { get; } = new();

    public async ValueTask InitializeAsync() => _lake = await AthenaLake.StartAsync(Patience, Items, Cleaned(), Sales, DayModel.Step(), new DiaryStep());

    public async ValueTask DisposeAsync()
    {
        await Lake.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The model: names of more than five letters are refused.</summary>
    private protected static ModelStep Cleaned(string rest = "", params Check[] checks) => new(new SqlModel(
        new TableDeclaration
        {
            Name = new TableName(Zone.Clean, "items"),
            Description = "An item.",
            Columns = [new("id", ColumnType.BigInt, "Its id."), new("name", ColumnType.Varchar, "Its name.")],
            Grain = ["id"],
            HasQuarantine = true,
            Checks = checks,
        },
        $"""
        select
          id,
          name,
          case when length(name) > 5 then 'name ' || name || ' is too long' end as reject_reason,
          'items.csv' as source_file,
          id + 1 as source_line,
          name as raw_text
        from raw.items {rest}
        """));

    /// <summary>Nothing is left of a build that failed: no table of its own, no file, no change.</summary>
    private protected void RequireNothingLeft(ITableStep step, params string[] snapshots)
    {
        Assert.Equal(snapshots, Lake.Snapshots(step));
        Assert.DoesNotContain(Lake.Tables(step.Table.Name.Zone), name => name.Contains("__build_", StringComparison.Ordinal));
        Assert.Empty(Lake.Drift());
    }
}

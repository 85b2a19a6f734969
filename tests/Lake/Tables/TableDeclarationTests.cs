using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Tables;

public sealed class TableDeclarationTests
{
    private static readonly TableDeclaration Sound = new DayStep().Table;

    public static TheoryData<TableDeclaration, string> Faulty => new()
    {
        { Sound with { Columns = [.. Sound.Columns, Sound.Columns[0]] }, "raw.sales: column id is declared twice" },
        { Sound with { Grain = ["day", "none"] }, "raw.sales: grain column none is not declared" },
        { Sound with { Grain = [] }, "raw.sales: it has no grain" },
        { Sound with { Columns = [.. Sound.Columns, new("x", ColumnType.Double, "no sentence")] }, "raw.sales: column x has no sentence" },
        { Sound with { DayPartition = "id" }, "raw.sales: partition column id is not a declared DATE column" },
        { Sound with { DayPartition = "none" }, "raw.sales: partition column none is not a declared DATE column" },
        { Sound with { Columns = [.. Sound.Columns, new("Order Id", ColumnType.Double, "An id.")] }, "raw.sales: column Order Id is not written in lower-case letters, digits and underscores" },
        { Sound with { HasQuarantine = true }, "raw.sales: a table by day has no quarantine, which is kept for the whole table" },
    };

    [Fact]
    public void A_sound_declaration_has_no_faults() => Assert.Empty(Sound.Faults());

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void Each_fault_is_told(TableDeclaration table, string fault) => Assert.Equal([fault], table.Faults());

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(3, (Sound with { Grain = ["a", "b"], DayPartition = "c" }).Faults().Count());
}

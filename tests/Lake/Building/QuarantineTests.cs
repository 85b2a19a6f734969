using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

public sealed class QuarantineTests : LakeTest
{
    private const string Columns = "case when length(name) > 5 then 'name ' || name || ' is too long' end as reject_reason, 'items.csv' as source_file, id + 1 as source_line, name as raw_text";

    [Fact]
    public void Rows_that_fail_go_to_the_quarantine_with_their_reason()
    {
        Items.Items = [(1, "apple"), (2, "persimmon"), (3, "pear")];
        var manifest = Lake.Build(Items, Step($"select id, name, {Columns} from raw.items"));
        Assert.Equal((2L, 1L), (manifest.Rows, manifest.Quarantined));
        Assert.Equal(["1|apple", "3|pear"], Lake.Rows("select * from clean.items order by id"));
        Assert.Equal(["name persimmon is too long|items.csv|3|persimmon"], Lake.Rows("select * from clean.items__quarantine"));
    }

    [Fact]
    public void Where_all_is_kept_the_quarantine_is_empty_and_can_be_read()
    {
        var manifest = Lake.Build(Items, Step($"select id, name, {Columns} from raw.items"));
        Assert.Equal((2L, 0L), (manifest.Rows, manifest.Quarantined));
        Assert.Empty(Lake.Rows("select * from clean.items__quarantine"));
    }

    [Theory]
    [InlineData("where id <> 2", 1)]
    [InlineData("cross join (values (0), (10)) as twice (n)", 4)]
    public void A_model_that_loses_or_doubles_a_row_is_refused(string fault, int kept)
    {
        Lake.Build(Items);
        var step = Step($"select id, name, {Columns} from raw.items {fault}");
        var error = Assert.Throws<DataException>(() => Lake.Run(step));
        Assert.Contains($"2 rows arrived, but {kept} kept + 0 quarantined = {kept}", error.Message, StringComparison.Ordinal);
        Assert.Null(Lake.Store.Current(step.Table.Name));
        Assert.Empty(Lake.Store.Folders(step.Table.Name));
    }

    private static ModelStep Step(string sql) => new(new SqlModel(
        new TableDeclaration
        {
            Name = new TableName(Zone.Clean, "items"),
            Description = "An item.",
            Columns = [new("id", ColumnType.BigInt, "Its id."), new("name", ColumnType.Varchar, "Its name.")],
            Grain = ["id"],
            HasQuarantine = true,
        },
        sql));
}

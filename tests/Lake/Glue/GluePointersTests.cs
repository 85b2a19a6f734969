using Recommender.Lake.Errors;
using Recommender.Lake.Glue;
using Recommender.Lake.S3;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Glue;

public sealed class GluePointersTests : GlueTest
{
    private const string Table = "shop_test_clean.items";
    private const string Refused = "shop_test_clean.items__quarantine";

    private readonly GluePointers _pointers;

    public GluePointersTests() => _pointers = new GluePointers(Catalog, Storage, new PointerCopies(new FolderFiles(Storage)), [Items, Sales]);

    [Fact]
    public void Before_the_first_publication_there_is_no_pointer() => Assert.Null(_pointers.Read(Items.Name, Token));

    [Fact]
    public void A_publication_moves_the_location_and_leaves_the_rest_of_the_table_as_it_is()
    {
        var before = Glue.Tables[Table];
        before.Owner = "shop";
        before.Retention = 7;
        before.Parameters["made.by"] = "pulumi";
        Move(One);

        var after = Glue.Tables[Table];
        Assert.Equal(At($"clean/items/{One}/data/"), after.StorageDescriptor.Location);
        Assert.Equal(("shop", 7, "pulumi", One), (after.Owner, after.Retention, after.Parameters["made.by"], after.Parameters["recommender.snapshot"]));
        Assert.Equal(["id bigint Its id.", "name string Its name."], after.StorageDescriptor.Columns.Select(column => $"{column.Name} {column.Type} {column.Comment}"));
        Assert.Equal(("0", true), (Glue.Updates[^1].VersionId, Glue.Updates[^1].SkipArchive));
        Assert.Equal((One, "1"), (_pointers.Read(Items.Name, Token)!.Pointer.Snapshot, _pointers.Read(Items.Name, Token)!.Version));
        Assert.Equal(One, PointerFile.Parse(Storage.Read("clean/items/_current.json", Token)).Snapshot);
    }

    [Fact]
    public void Days_move_with_their_table()
    {
        _pointers.Move(Sales.Name, new Pointer(One), null, Token);
        var table = Glue.Tables["shop_test_curated.sales_by_day"];
        Assert.Equal(At($"curated/sales_by_day/{One}/data/day=${{day}}/"), table.Parameters["storage.location.template"]);
        Assert.Single(Glue.Updates);
    }

    [Fact]
    public void What_a_rollback_holds_is_kept_until_the_next_publication()
    {
        var moment = new DateTimeOffset(2026, 11, 22, 5, 45, 28, 470, TimeSpan.Zero);
        Move(One);
        Move(new Pointer(Two) { Held = ["abc", "def"], RolledBackAt = moment });
        var read = _pointers.Read(Items.Name, Token)!.Pointer;
        Assert.Equal(["abc", "def"], read.Held!);
        Assert.Equal(moment, read.RolledBackAt);

        Move(One);
        read = _pointers.Read(Items.Name, Token)!.Pointer;
        Assert.Null(read.Held);
        Assert.Null(read.RolledBackAt);
        Assert.DoesNotContain("recommender.held", Glue.Tables[Table].Parameters.Keys);
    }

    [Fact]
    public void The_quarantine_moves_before_its_table()
    {
        Write($"clean/items/{One}/quarantine/part");
        Move(One);
        Assert.Equal(["items__quarantine", "items"], Glue.Updates.Select(update => update.TableInput.Name));
        Assert.Equal(At($"clean/items/{One}/quarantine/"), Glue.LocationOf(Refused));
        Move(Two);
        Assert.Equal(At("clean/items/_empty/"), Glue.LocationOf(Refused));
    }

    [Fact]
    public void Of_two_publishers_the_second_is_told_and_changes_nothing()
    {
        Write($"clean/items/{Two}/quarantine/part");
        Move(One);
        var error = Assert.Throws<EnvironmentException>(() => _pointers.Move(Items.Name, new Pointer(Two), null, Token));
        Assert.StartsWith("clean.items: somebody else has published meanwhile", error.Message, StringComparison.Ordinal);
        Assert.Throws<EnvironmentException>(() => _pointers.Move(Items.Name, new Pointer(Two), "0", Token));
        Assert.Equal((At($"clean/items/{One}/data/"), At("clean/items/_empty/")), (Glue.LocationOf(Table), Glue.LocationOf(Refused)));
    }

    [Fact]
    public void Of_two_publishers_at_the_very_moment_one_wins_and_the_quarantine_is_the_winner_s()
    {
        Write($"clean/items/{One}/quarantine/part");
        Write($"clean/items/{Two}/quarantine/part");
        var overtaken = false;
        Glue.Before = (operation, table) =>
        {
            if (operation == "UpdateTable" && table == "items" && !overtaken)
            {
                overtaken = true;
                Move(Two);
            }
        };
        Assert.Throws<EnvironmentException>(() => Move(One));
        Assert.Equal((At($"clean/items/{Two}/data/"), At($"clean/items/{Two}/quarantine/")), (Glue.LocationOf(Table), Glue.LocationOf(Refused)));
        Assert.Equal(Two, PointerFile.Parse(Storage.Read("clean/items/_current.json", Token)).Snapshot);
    }

    [Fact]
    public void A_move_whose_answer_is_lost_is_a_move()
    {
        Glue.After = (operation, _) => throw new HttpRequestException($"{operation}: connection reset");
        Move(One);
        Assert.Equal(At($"clean/items/{One}/data/"), Glue.LocationOf(Table));
    }

    [Fact]
    public void A_second_attempt_that_finds_the_move_done_is_a_move()
    {
        Glue.After = (_, _) => throw new Amazon.Glue.Model.ConcurrentModificationException("the first attempt did it");
        Move(One);
        Assert.Equal(At($"clean/items/{One}/data/"), Glue.LocationOf(Table));
    }

    [Fact]
    public void A_table_that_does_not_move_gets_its_quarantine_back()
    {
        Write($"clean/items/{One}/quarantine/part");
        Write($"clean/items/{Two}/quarantine/part");
        Move(One);
        Glue.Before = (operation, table) =>
        {
            if (operation == "UpdateTable" && table == "items")
            {
                throw FakeGlue.Unavailable();
            }
        };
        var error = Assert.Throws<EnvironmentException>(() => Move(Two));
        Assert.Equal("Glue UpdateTable of shop_test_clean.items failed: InternalServiceException: try later (request request-9)", error.Message);
        Assert.Equal((At($"clean/items/{One}/data/"), At($"clean/items/{One}/quarantine/")), (Glue.LocationOf(Table), Glue.LocationOf(Refused)));
    }

    [Fact]
    public void Nothing_moves_for_a_token_that_is_cancelled()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => _pointers.Move(Items.Name, new Pointer(One), null, new CancellationToken(true)));
        Assert.Empty(Glue.Updates);
    }

    [Fact]
    public void A_copy_that_lags_is_put_right_by_the_next_writer()
    {
        Move(One);
        Storage.Write("clean/items/_current.json", PointerFile.Write(new Pointer(Two)), Token);
        _pointers.Repair([Items.Name, Sales.Name], Token);
        Assert.Equal(One, PointerFile.Parse(Storage.Read("clean/items/_current.json", Token)).Snapshot);
        Assert.False(Storage.Has("curated/sales_by_day/_current.json", Token));
    }

    [Fact]
    public void A_quarantine_that_moved_alone_is_put_right_by_the_next_writer()
    {
        Write($"clean/items/{One}/quarantine/part");
        Write($"clean/items/{Two}/quarantine/part");
        Move(One);

        // As a writer leaves it that is killed between the two moves.
        Glue.Tables[Refused].StorageDescriptor.Location = At($"clean/items/{Two}/quarantine/");
        _pointers.Repair([Items.Name], Token);
        Assert.Equal(At($"clean/items/{One}/quarantine/"), Glue.LocationOf(Refused));
    }

    [Fact]
    public void A_copy_that_cannot_be_written_is_no_failure_of_the_publication()
    {
        Directory.CreateDirectory(At("clean/items/_current.json"));
        Move(One);
        Assert.Equal(At($"clean/items/{One}/data/"), Glue.LocationOf(Table));
    }

    [Fact]
    public void A_table_that_the_catalog_lacks_asks_for_pulumi_up()
    {
        Glue.Tables.Remove(Table);
        Assert.Contains("pulumi up", Assert.Throws<CallerException>(() => _pointers.Read(Items.Name, Token)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3://elsewhere/items/20261122T054528470Z-00000001/data/")]
    [InlineData("{own}20261122T054528470Z-00000001/quarantine/")]
    [InlineData("{own}latest/data/")]
    [InlineData("{own}")]
    public void A_location_that_is_no_snapshot_s_is_refused(string location)
    {
        Glue.Tables[Table].StorageDescriptor.Location = location.Replace("{own}", At("clean/items/"), StringComparison.Ordinal);
        Assert.Throws<EnvironmentException>(() => _pointers.Read(Items.Name, Token));
    }

    private void Move(string snapshot) => Move(new Pointer(snapshot));

    private void Move(Pointer pointer) => _pointers.Move(Items.Name, pointer, _pointers.Read(Items.Name, Token)?.Version, Token);
}

using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Tests.Building;

/// <summary>Calls that are never answered.</summary>
public sealed class AthenaSilenceTests : AthenaBuildTest
{
    private protected override TimeSpan Patience => TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("athena", "StartQueryExecution")]
    [InlineData("athena", "GetQueryExecution")]
    [InlineData("glue", "CreateTable")]
    [InlineData("glue", "UpdateTable")]
    public void A_call_that_is_not_answered_is_made_again(string service, string operation)
    {
        Lake.Build(Items);
        Lake.Server.Faults.Add(new FaultRule { Service = service, Operation = operation, Kind = FaultKind.Hang });
        var manifest = Lake.Build(Cleaned());
        Assert.Equal(0, Lake.Server.Faults.Pending);
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows(All));
        RequireNothingLeft(Cleaned(), manifest.Snapshot);
    }

    [Fact]
    public void A_service_that_never_answers_is_told_of_and_nothing_is_published()
    {
        var first = Lake.Build(Items, Cleaned());
        Items.Items = [(5, "plum")];
        Lake.Build(Items);
        Lake.Server.Faults.Add(new FaultRule { Service = "glue", Operation = "CreateTable", Kind = FaultKind.Hang, Times = 100 });
        var error = Assert.Throws<EnvironmentException>(() => Lake.Run(Cleaned()));
        Assert.Contains("Glue CreateTable of recommender_uat_clean.items__build_", error.Message, StringComparison.Ordinal);
        Lake.Server.Faults.Clear();
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows(All));
        RequireNothingLeft(Cleaned(), first.Snapshot);
    }
}

using Recommender.Ranking.Steps;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Steps;

public sealed class QualityLoaderTests : IDisposable
{
    private readonly LearningLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void A_calibration_that_comes_first_leaves_the_metrics_where_both_are_made(bool isShared, int measurements)
    {
        _lake.RunAll();
        var (loader, quality) = (new ShopHistoryLoader(1, _lake.Learner), new QualityLoader(2, isShared));
        _lake.Run(new CalibrationStep(loader, quality));
        _lake.Run(new EvaluationStep(loader, quality));
        Assert.Equal(measurements, quality.Measurements);

        var whole = _lake.Texts("select x::varchar from ml.calibration as x order by model, bin", RankingTables.Calibration, RankingTables.Evaluation);
        Assert.NotEmpty(whole);
        Assert.NotEqual("0", _lake.Texts("select count(*) from ml.evaluation")[0]);
        Directory.Delete(_lake.Store.Lake.Table(RankingTables.Calibration.Name), recursive: true);
        _lake.Run(new CalibrationStep(loader, new QualityLoader(1, isShared: false)));
        Assert.Equal(whole, _lake.Texts("select x::varchar from ml.calibration as x order by model, bin", RankingTables.Calibration));
    }
}

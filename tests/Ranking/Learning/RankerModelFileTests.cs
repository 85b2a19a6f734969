using Recommender.Lake.Errors;
using Recommender.Ranking.Learning;

namespace Recommender.Ranking.Tests.Learning;

public class RankerModelFileTests
{
    [Fact]
    public void Damaged_and_foreign_files_give_one_clear_error()
    {
        var (histories, known, next) = SmallModel.Make();
        using var stream = new MemoryStream();
        SmallModel.Train(histories, known, next).Save(stream);
        var bytes = stream.ToArray();

        AssertFails(bytes[..^1], "cut off");
        AssertFails([.. bytes, 0], "something follows");
        AssertFails(bytes[..10], "not a ranker's model");
        AssertFails([.. "something else, and longer than any header of a model could ever be"u8], "not a ranker's model");
        for (var at = 30; at < bytes.Length; at += 1 + (bytes.Length / 40))
        {
            var changed = bytes.ToArray();
            changed[at] ^= 4;
            AssertFails(changed, "checksum");
        }

        var newer = bytes.ToArray();
        newer[8] = 9;
        AssertFails(newer, "version 9");
    }

    private static void AssertFails(byte[] bytes, string why)
    {
        var error = Assert.Throws<CallerException>(() => RankerModel.Load(new MemoryStream(bytes), "models/a"));
        Assert.StartsWith("models/a: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }
}

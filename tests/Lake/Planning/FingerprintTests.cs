using Recommender.Lake.Planning;

namespace Recommender.Lake.Tests.Planning;

public sealed class FingerprintTests
{
    [Fact]
    public void Where_a_part_ends_counts()
    {
        string[] all = [Fingerprint.Of("ab", "c"), Fingerprint.Of("a", "bc"), Fingerprint.Of("abc"), Fingerprint.Of("abc", ""), Fingerprint.Of("c", "ab"), Fingerprint.Of()];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void Equal_parts_have_equal_hashes()
    {
        Assert.Equal(Fingerprint.Of("ä", "b"), Fingerprint.Of((List<string>)["ä", "b"]));
        Assert.Matches("^[0-9a-f]{64}$", Fingerprint.Of("ä"));
    }
}

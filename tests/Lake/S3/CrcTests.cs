using System.Text;
using Recommender.Lake.S3;

namespace Recommender.Lake.Tests.S3;

public sealed class CrcTests
{
    private static readonly byte[] _check = Encoding.ASCII.GetBytes("123456789");

    /// <summary>The check values of the catalogue of parametrised CRC algorithms.</summary>
    [Fact]
    public void The_catalogues_check_values_come_out()
    {
        Assert.Equal(0xCBF43926UL, Of(Crc.Crc32(), _check));
        Assert.Equal(0xE3069283UL, Of(Crc.Crc32C(), _check));
        Assert.Equal(0xAE8B14860A799888UL, Of(Crc.Crc64Nvme(), _check));
        Assert.Equal("y/Q5Jg==", Added(Crc.Crc32(), _check).Text);
        Assert.Equal("rosUhgp5mIg=", Added(Crc.Crc64Nvme(), _check).Text);
        Assert.Equal("AAAAAA==", Crc.Crc32().Text);
    }

    [Fact]
    public void It_does_not_matter_in_which_pieces_bytes_are_added()
    {
        var bytes = new byte[1000];
        new Random(5).NextBytes(bytes);
        foreach (var make in new Func<Crc>[] { Crc.Crc32, Crc.Crc32C, Crc.Crc64Nvme })
        {
            var pieces = make();
            for (int begin = 0, length = 1; begin < bytes.Length; begin += length, length = length % 23 + 1)
            {
                pieces.Add(bytes.AsSpan(begin, Math.Min(length, bytes.Length - begin)));
            }

            Assert.Equal(Of(make(), bytes), pieces.Value);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(1000)]
    public void The_whole_follows_from_its_parts(int part)
    {
        var bytes = new byte[1000];
        new Random(6).NextBytes(bytes);
        var parts = S3Ranges.Of(bytes.Length, part).Select(range => ((uint)Of(Crc.Crc32(), bytes.AsSpan((int)range.Offset, (int)range.Length)), range.Length));
        Assert.Equal((uint)Of(Crc.Crc32(), bytes), CrcOfParts.Of(parts));
    }

    [Theory]
    [InlineData(1, 16, 1, 1)]
    [InlineData(16, 16, 1, 16)]
    [InlineData(17, 16, 2, 1)]
    [InlineData(10_000 * 16L, 16, 10_000, 16)]
    [InlineData(10_000 * 16L + 1, 16, 5_001, 1)]
    [InlineData(0, 16, 0, 0)]
    public void Files_are_cut_into_no_more_parts_than_there_may_be(long bytes, long part, int count, long last)
    {
        var ranges = S3Ranges.Of(bytes, part);
        Assert.Equal((count, bytes), (ranges.Count, ranges.Sum(range => range.Length)));
        Assert.Equal(last, count == 0 ? 0 : ranges[^1].Length);
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.Equal(pair.First.Offset + pair.First.Length, pair.Second.Offset));
    }

    private static Crc Added(Crc crc, ReadOnlySpan<byte> bytes)
    {
        crc.Add(bytes);
        return crc;
    }

    private static ulong Of(Crc crc, ReadOnlySpan<byte> bytes) => Added(crc, bytes).Value;
}

using System.Text;
using Recommender.Ingest.Csv;
using Recommender.Ingest.Tests.Support;

namespace Recommender.Ingest.Tests.Csv;

public sealed class GzipTextTests
{
    private static readonly byte[] Text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i},{i * 7919 % 1000},x\n")));

    [Fact]
    public void Members_one_after_another_are_one_text()
    {
        Assert.Equal(Text, Read(Delivery.Gzip(Text)));
        Assert.Equal(Text.Concat(Text), Read([.. Delivery.Gzip(Text), .. Delivery.Gzip([]), .. Delivery.Gzip(Text)]));
        Assert.Empty(Read([]));
        Assert.Equal("a"u8.ToArray(), Read([.. "a"u8.ToArray().SelectMany(letter => Delivery.Gzip([letter]))]));
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        var whole = Delivery.Gzip(Text.AsSpan(0, 2000));
        for (var length = 1; length < whole.Length; length++)
        {
            var cut = length;
            Assert.Throws<InvalidDataException>(() => Read(whole[..cut]));
            Assert.Throws<InvalidDataException>(() => Read([.. whole, .. whole[..cut]]));
        }
    }

    [Fact]
    public void A_changed_byte_is_refused_where_it_changes_the_text_or_its_checksum()
    {
        var whole = Delivery.Gzip(Text.AsSpan(0, 2000));
        var accepted = 0;
        for (var at = 0; at < whole.Length; at++)
        {
            var spoilt = (byte[])whole.Clone();
            spoilt[at] ^= 0x10;
            try
            {
                Assert.Equal(Text[..2000], Read(spoilt));
                accepted++;
            }
            catch (InvalidDataException)
            {
            }
        }

        // The header's time and system (6 bytes of 10), and bits that fill up the last byte, change no text.
        Assert.InRange(accepted, 6, 8);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("\0\0\0\0")]
    [InlineData("\u001F")]
    public void Bytes_behind_the_last_member_are_refused(string more) =>
        Assert.Throws<InvalidDataException>(() => Read([.. Delivery.Gzip(Text), .. Encoding.ASCII.GetBytes(more)]));

    [Fact]
    public void A_file_that_is_not_gzip_is_refused() => Assert.Throws<InvalidDataException>(() => Read("a,b\n1,2\n"u8.ToArray()));

    private static byte[] Read(byte[] file)
    {
        using var text = new GzipText(new MemoryStream(file));
        using var all = new MemoryStream();
        text.CopyTo(all, bufferSize: 7);
        return all.ToArray();
    }
}

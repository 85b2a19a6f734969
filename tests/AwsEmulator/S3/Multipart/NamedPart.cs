using System.Globalization;
using System.Xml.Linq;

namespace Recommender.AwsEmulator.S3.Multipart;

/// <summary>A part that a client names when it completes an upload.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ETag">Its entity tag, without quotes.</param>
/// <param name="Checksum">Its checksum in base64; null for none.</param>
internal sealed record NamedPart(int Number, string ETag, string? Checksum)
{
    /// <summary>Reads the parts of the body of CompleteMultipartUpload.</summary>
    /// <param name="body">The body.</param>
    /// <param name="algorithm">The upload's checksum algorithm.</param>
    /// <exception cref="Http.AwsFaultException">It is not well formed, or the parts are not in order.</exception>
    public static IReadOnlyList<NamedPart> Read(XElement body, string algorithm)
    {
        var parts = body.Elements("Part").Select(part => ReadPart(part, algorithm)).ToList();
        if (parts.Count == 0)
        {
            throw S3Faults.MalformedXml();
        }

        return parts.Zip(parts.Skip(1)).All(pair => pair.First.Number < pair.Second.Number)
            ? parts
            : throw new Http.AwsFaultException("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
    }

    private static NamedPart ReadPart(XElement part, string algorithm)
    {
        var tag = part.Element("ETag")?.Value;
        return tag is not null && int.TryParse(part.Element("PartNumber")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, S3Xml.Unquote(tag), part.Element($"Checksum{algorithm}")?.Value)
            : throw S3Faults.MalformedXml();
    }
}

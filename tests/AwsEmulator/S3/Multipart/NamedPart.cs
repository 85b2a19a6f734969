using System.Globalization;
using System.Xml.Linq;

namespace Recommender.AwsEmulator.S3.Multipart;

/// <summary>A part that a client names when it completes an upload.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ETag">Its entity tag, without quotes.</param>
/// <param name="Algorithm">The algorithm of its checksum; null for none.</param>
/// <param name="Checksum">Its checksum in base64; null for none.</param>
internal sealed record NamedPart(int Number, string ETag, string? Algorithm, string? Checksum)
{
    /// <summary>Reads the parts of the body of CompleteMultipartUpload.</summary>
    /// <param name="body">The body.</param>
    /// <exception cref="Http.AwsFaultException">It is not well formed, or the parts are not in order.</exception>
    public static IReadOnlyList<NamedPart> Read(XElement body)
    {
        var parts = body.Elements("Part").Select(ReadPart).ToList();
        if (parts.Count == 0)
        {
            throw S3Faults.MalformedXml();
        }

        return parts.Zip(parts.Skip(1)).All(pair => pair.First.Number < pair.Second.Number)
            ? parts
            : throw new Http.AwsFaultException("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
    }

    private static NamedPart ReadPart(XElement part)
    {
        const string prefix = "Checksum";
        var tag = part.Element("ETag")?.Value;
        var sum = part.Elements().FirstOrDefault(element => element.Name.LocalName.StartsWith(prefix, StringComparison.Ordinal));
        return tag is not null && int.TryParse(part.Element("PartNumber")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, S3Xml.Unquote(tag), sum?.Name.LocalName[prefix.Length..], sum?.Value)
            : throw S3Faults.MalformedXml();
    }
}

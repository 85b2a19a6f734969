using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3;

/// <summary>S3's XML.</summary>
internal static class S3Xml
{
    private static readonly XNamespace _namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static readonly XmlWriterSettings _settings = new() { CheckCharacters = false, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>An answer that is a document.</summary>
    /// <param name="root">Its root.</param>
    /// <param name="content">What is in it.</param>
    public static ServiceAnswer Answer(string root, params object?[] content) => ServiceAnswer.Of(200, "application/xml", Write(InNamespace(Element(root, content))));

    /// <summary>An answer that is an error.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="content">What is in the element Error.</param>
    public static ServiceAnswer Error(int status, params object?[] content) => ServiceAnswer.Of(status, "application/xml", Write(Element("Error", content)));

    /// <summary>An element; null content is left out.</summary>
    public static XElement Element(string name, params object?[] content) => new(name, content);

    /// <summary>An element with a text; none where the text is null.</summary>
    public static XElement? Optional(string name, string? text) => text is null ? null : new(name, text);

    /// <summary>A time as S3 writes it.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An entity tag as S3 writes it.</summary>
    public static string Quote(string tag) => $"\"{tag}\"";

    /// <summary>An entity tag as it is compared.</summary>
    public static string Unquote(string tag) => tag.Trim().Trim('"');

    /// <summary>The elements of a checksum, of which there may be none.</summary>
    public static IEnumerable<XElement> Of(StoredChecksum? checksum) =>
        checksum is null ? [] : [Element($"Checksum{checksum.Algorithm}", checksum.Value), Element("ChecksumType", checksum.Type)];

    /// <summary>Reads a document, whatever its namespace.</summary>
    /// <exception cref="AwsFaultException">It is no document.</exception>
    public static XElement Parse(string text, string root)
    {
        try
        {
            var element = XElement.Parse(text);
            foreach (var each in element.DescendantsAndSelf())
            {
                each.Name = each.Name.LocalName;
            }

            return element.Name.LocalName == root ? element : throw S3Faults.MalformedXml();
        }
        catch (XmlException)
        {
            throw S3Faults.MalformedXml();
        }
    }

    private static XElement InNamespace(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = _namespace + element.Name.LocalName;
        }

        return root;
    }

    private static string Write(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, _settings))
        {
            root.Save(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

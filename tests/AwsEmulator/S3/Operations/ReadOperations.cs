using System.Globalization;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Conditions;

namespace Recommender.AwsEmulator.S3.Operations;

/// <summary>GetObject, HeadObject and GetObjectTagging.</summary>
internal static class ReadOperations
{
    /// <summary>GetObject.</summary>
    public static Task<ServiceAnswer> GetAsync(S3Request request, CancellationToken cancellationToken)
    {
        var (stored, stream) = request.Target.Open(request.Key, new ReadCondition(request.Http, "").Check);
        try
        {
            var part = PartOf(request, stored);
            var range = part ?? ByteRange.Read(request.Http.Header("Range"), stored.Size);
            stream.Position = range?.From ?? 0;
            var answer = ServiceAnswer.Of(range is null ? 200 : 206, stream, range?.Length ?? stored.Size);
            Tell(answer, request, stored, range, part is not null);
            return Task.FromResult(answer);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>HeadObject.</summary>
    public static Task<ServiceAnswer> HeadAsync(S3Request request, CancellationToken cancellationToken)
    {
        var stored = request.Target.Find(request.Key) ?? throw S3Faults.NoSuchKey(request.Key);
        new ReadCondition(request.Http, "").Check(stored);
        var part = PartOf(request, stored);
        var range = part ?? ByteRange.Read(request.Http.Header("Range"), stored.Size);
        var answer = ServiceAnswer.Empty(range is null ? 200 : 206, range?.Length ?? stored.Size);
        Tell(answer, request, stored, range, part is not null);
        return Task.FromResult(answer);
    }

    /// <summary>GetObjectTagging.</summary>
    public static Task<ServiceAnswer> TagsAsync(S3Request request, CancellationToken cancellationToken)
    {
        var stored = request.Target.Find(request.Key) ?? throw S3Faults.NoSuchKey(request.Key);
        var tags = ObjectHeaders.TagsOf(stored).Select(tag => S3Xml.Element("Tag", S3Xml.Element("Key", tag.Key), S3Xml.Element("Value", tag.Value)));
        return Task.FromResult(S3Xml.Answer("Tagging", S3Xml.Element("TagSet", tags)));
    }

    private static void Tell(ServiceAnswer answer, S3Request request, StoredObject stored, ByteRange? range, bool part)
    {
        ObjectHeaders.Tell(answer, stored, request.Http);
        if (range is not null)
        {
            answer.Headers["Content-Range"] = $"bytes {range.From}-{range.To}/{stored.Size}";
        }
        else if ("ENABLED".Equals(request.Http.Header("x-amz-checksum-mode"), StringComparison.OrdinalIgnoreCase))
        {
            ObjectHeaders.Tell(answer, stored.Checksum);
        }

        if (part && stored.Parts.Count > 0)
        {
            answer.Headers["x-amz-mp-parts-count"] = stored.Parts.Count.ToString(CultureInfo.InvariantCulture);
        }
    }

    // The bytes of the part that partNumber names; an object written in one go has one.
    private static ByteRange? PartOf(S3Request request, StoredObject stored)
    {
        if (request.Http.Parameter("partNumber") is not { } text)
        {
            return null;
        }

        IReadOnlyList<long> parts = stored.Parts.Count > 0 ? stored.Parts : [stored.Size];
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            throw S3Faults.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", text);
        }

        if (number > parts.Count)
        {
            throw new AwsFaultException("InvalidPartNumber", "The requested partnumber is not satisfiable", 416);
        }

        var from = parts.Take(number - 1).Sum();
        return stored.Size == 0 ? null : new(from, from + parts[number - 1] - 1);
    }
}

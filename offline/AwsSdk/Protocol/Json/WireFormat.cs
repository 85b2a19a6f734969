using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace Recommender.AwsSdk.Protocol;

/// <summary>
/// A service's way of writing members: their first letter, their times. What is null is left out, and what is not known is
/// skipped. Members of AWSSDK.Core's own base classes never go over the wire.
/// </summary>
internal sealed class WireFormat
{
    private readonly JsonSerializerOptions _options;

    public WireFormat(bool camelCase, bool timesInMilliseconds)
    {
        _options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = camelCase ? FirstLetterSmall.Instance : null,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepModelled } },
            Converters = { new TimeConverter(timesInMilliseconds), new ConstantConverterFactory() },
        };
    }

    public byte[] Write(AmazonWebServiceRequest request)
    {
        var body = JsonSerializer.SerializeToNode(request, request.GetType(), _options)!.AsObject();
        foreach (var token in request.GetType().GetProperties().Where(p => p.IsDefined(typeof(IdempotencyTokenAttribute))))
        {
            body.TryAdd(Name(token), JsonValue.Create(NewToken()));
        }

        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    /// <summary>The answer in a stream; one without any member where the stream is empty.</summary>
    public T Read<T>(Stream stream)
        where T : new()
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.Length == 0 ? new T() : JsonSerializer.Deserialize<T>(copy.GetBuffer().AsSpan(0, (int)copy.Length), _options) ?? new T();
    }

    /// <summary>Sets the members that an exception has beyond those of every exception. A body that is not JSON sets none.</summary>
    public void Fill(AmazonServiceException exception, byte[]? body)
    {
        var members = exception.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        if (members.Length == 0 || Parse(body) is not { } values)
        {
            return;
        }

        foreach (var member in members.Where(m => m.CanWrite))
        {
            if (values[Name(member)] is { } value)
            {
                member.SetValue(exception, value.Deserialize(member.PropertyType, _options));
            }
        }
    }

    /// <summary>Two calls never share a token, whatever the clock and the caller's seed: this is the one place that wants plain chance.</summary>
    private static string NewToken() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    private static JsonObject? Parse(byte[]? body)
    {
        try
        {
            return body is { Length: > 0 } ? JsonNode.Parse(body) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Name(PropertyInfo member) => _options.PropertyNamingPolicy?.ConvertName(member.Name) ?? member.Name;

    private static void KeepModelled(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].AttributeProvider is PropertyInfo { DeclaringType: { } owner } && owner.Assembly == typeof(AmazonWebServiceRequest).Assembly)
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}

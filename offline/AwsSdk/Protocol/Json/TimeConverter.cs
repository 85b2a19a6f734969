using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recommender.AwsSdk.Protocol;

/// <summary>A time as a number since 1970: seconds with a fraction of three places, or whole milliseconds. A text is read as ISO 8601. Times are UTC.</summary>
internal sealed class TimeConverter(bool milliseconds) : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return DateTime.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        }

        var number = reader.GetDecimal();
        return DateTime.UnixEpoch.AddTicks((long)(number * (milliseconds ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerSecond)));
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        var wholeMilliseconds = (value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        if (milliseconds)
        {
            writer.WriteNumberValue(wholeMilliseconds);
        }
        else
        {
            writer.WriteNumberValue(wholeMilliseconds / 1000m);
        }
    }
}

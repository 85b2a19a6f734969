using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recommender.AwsSdk.Protocol;

/// <summary>A time as a number since 1970, in seconds or milliseconds: written whole, as the packages do, and read with its fraction. A text is read as ISO 8601. Times are UTC.</summary>
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
        var unit = milliseconds ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerSecond;
        writer.WriteNumberValue((value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / unit);
    }
}

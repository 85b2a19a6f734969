using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>The value as JSON. Outputs and inputs inside it count: one unknown or secret makes the text so.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<string>(WriteAsync());

        async Task<OutputData<string>> WriteAsync()
        {
            var data = await value.DataTask.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return data.Replace("");
            }

            var converters = new OutputJsonConverterFactory(data.Replace<object?>(null));
            var json = JsonSerializer.Serialize(data.Value, converters.AddTo(options));
            return converters.Met.Replace(converters.Met.IsKnown ? json : "");
        }
    }

    /// <summary>The value in a JSON text. Outputs inside it are as known and as secret as the text.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new Output<T>(ReadAsync());

        async Task<OutputData<T>> ReadAsync()
        {
            var data = await json.DataTask.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return data.Replace<T>(default!);
            }

            var converters = new OutputJsonConverterFactory(data.Replace<object?>(null));
            return data.Replace(JsonSerializer.Deserialize<T>(data.Value, converters.AddTo(options))!);
        }
    }
}

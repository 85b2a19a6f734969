using System.Buffers;
using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Recommender.Lake.Engine;

namespace Recommender.Pipeline.Querying;

/// <summary>Rows as one JSON array of objects, a line each; numbers are numbers, NULL is null.</summary>
/// <param name="output">Where they go.</param>
internal sealed class JsonRowWriter(TextWriter output) : IRowWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private IReadOnlyList<SqlColumn> _columns = [];
    private bool _any;

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<SqlColumn> columns)
    {
        _columns = columns;
        output.Write('[');
    }

    /// <inheritdoc/>
    public bool Write(IReadOnlyList<object?> row)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        for (var column = 0; column < _columns.Count; column++)
        {
            _json.WritePropertyName(_columns[column].Name);
            WriteValue(row[column]);
        }

        _json.WriteEndObject();
        _json.Flush();
        output.Write(_any ? ",\n" : "\n");
        output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _any = true;
        return true;
    }

    /// <inheritdoc/>
    public void End() => output.Write(_any ? "\n]\n" : "]\n");

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                _json.WriteNullValue();
                break;
            case bool flag:
                _json.WriteBooleanValue(flag);
                break;
            case not null when ValueText.JsonNumber(value) is { } number:
                _json.WriteRawValue(number);
                break;
            case IDictionary pairs:
                _json.WriteStartObject();
                foreach (DictionaryEntry pair in pairs)
                {
                    _json.WritePropertyName(ValueText.Of(pair.Key));
                    WriteValue(pair.Value);
                }

                _json.WriteEndObject();
                break;
            case object?[] items:
                _json.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(item);
                }

                _json.WriteEndArray();
                break;
            default:
                _json.WriteStringValue(ValueText.Of(value));
                break;
        }
    }
}

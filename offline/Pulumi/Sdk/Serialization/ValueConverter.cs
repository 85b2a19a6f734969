using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns decoded values into the types that outputs declare. What does not fit is warned about and left out.</summary>
internal sealed partial class ValueConverter(Action<string> warn)
{
    /// <summary>The encoded value as a <paramref name="type"/>.</summary>
    /// <param name="path">Where the value goes, for messages.</param>
    /// <param name="encoded">The value in the engine's format.</param>
    /// <param name="type">The type to come to.</param>
    public OutputData<object?> Convert(string path, object? encoded, Type type)
    {
        OutputTypes.Check(path, type);
        var data = PropertyDecoder.Decode(encoded);
        return data.Replace(OrWarn(path, data.Value, type));
    }

    /// <summary>The encoded value as a <typeparamref name="T"/>.</summary>
    public OutputData<T> Convert<T>(string path, object? encoded)
    {
        var data = Convert(path, encoded, typeof(T));
        return data.Replace(data.Value is null ? default! : (T)data.Value);
    }

    private object? OrWarn(string path, object? value, Type type)
    {
        var converted = Try(path, value, type);
        if (converted.Error is { } error)
        {
            warn(error);
        }

        return converted.Value;
    }

    private Converted Try(string path, object? value, Type type)
    {
        var inner = Nullable.GetUnderlyingType(type);
        if (value is null)
        {
            return new(type.IsValueType && inner is null ? Activator.CreateInstance(type) : null);
        }

        if (inner is not null)
        {
            return Try(path, value, inner);
        }

        if (type == typeof(object))
        {
            return new(value);
        }

        if (type == typeof(string) || type == typeof(bool) || type == typeof(double))
        {
            return Expect(path, value, type);
        }

        if (type == typeof(int))
        {
            var number = Expect(path, value, typeof(double));
            return number.Error is null ? new((int)(double)value) : number;
        }

        if (typeof(AssetOrArchive).IsAssignableFrom(type))
        {
            // A provider may send anything where it has no asset to show; that is no fault of the program.
            return new(type.IsInstanceOfType(value) ? value : type == typeof(Archive) ? InvalidAssets.Archive : InvalidAssets.Asset);
        }

        if (type == typeof(JsonElement))
        {
            return new(JsonSerializer.SerializeToElement(value));
        }

        return typeof(Resource).IsAssignableFrom(type) ? Expect(path, value, typeof(Resource))
            : type.IsEnum ? Try(path, value, type.GetEnumUnderlyingType()).Then(number => Enum.ToObject(type, number))
            : Shapes.IsEnumStruct(type) ? ToEnumStruct(path, value, type)
            : type.IsConstructedGenericType ? ToGeneric(path, value, type)
            : ToOutputType(path, value, type);
    }

    private static Converted Expect(string path, object value, Type type)
        => type.IsInstanceOfType(value)
            ? new(value)
            : new(type.IsValueType ? Activator.CreateInstance(type) : null, $"Expected {type.FullName} but got {value.GetType().FullName} deserializing {path}");

    /// <summary>A value, or why there is none.</summary>
    private readonly record struct Converted(object? Value, string? Error = null)
    {
        public Converted Then(Func<object, object> map) => Error is null && Value is not null ? new(map(Value)) : this;
    }
}

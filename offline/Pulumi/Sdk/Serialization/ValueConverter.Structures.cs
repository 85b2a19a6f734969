using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

internal sealed partial class ValueConverter
{
    private static Converted ToEnumStruct(string path, object value, Type type)
    {
        if (value is not (string or double))
        {
            return new(null, $"Expected {typeof(string).FullName} or {typeof(double).FullName} but got {value.GetType().FullName} deserializing {path}");
        }

        return Shapes.EnumConstructor(type, value.GetType()) is { } constructor
            ? new(constructor.Invoke([value]))
            : new(null, $"Expected target type {type.FullName} to have a constructor with a single {value.GetType().FullName} parameter.");
    }

    private Converted ToGeneric(string path, object value, Type type)
    {
        var open = type.GetGenericTypeDefinition();
        return open == typeof(Union<,>) ? ToUnion(path, value, type)
            : open == typeof(ImmutableArray<>) ? ToArray(path, value, type)
            : open == typeof(ImmutableDictionary<,>) ? ToDictionary(path, value, type)
            : open == typeof(Output<>) ? Try(path, value, type.GenericTypeArguments[0]).Then(inner => ToOutput(inner, type))
            : throw new InvalidOperationException($"Unexpected generic target type {type.FullName} when deserializing {path}");
    }

    /// <summary>The first type that the value fits.</summary>
    private Converted ToUnion(string path, object value, Type type)
    {
        var types = type.GenericTypeArguments;
        for (var i = 0; i < types.Length; i++)
        {
            var member = Try($"{path}.AsT{i}", value, types[i]);
            if (member.Error is null)
            {
                return new(type.GetMethod($"FromT{i}")!.Invoke(null, [member.Value]));
            }
        }

        return new(null, $"Expected {types[0].FullName} or {types[1].FullName} but got {value.GetType().FullName} deserializing {path}");
    }

    private Converted ToArray(string path, object value, Type type)
    {
        if (value is not ImmutableArray<object?> list)
        {
            return new(null, $"Expected {typeof(ImmutableArray<object>).FullName} but got {value.GetType().FullName} deserializing {path}");
        }

        var element = type.GenericTypeArguments[0];
        var items = Array.CreateInstance(element, list.Length);
        for (var i = 0; i < list.Length; i++)
        {
            items.SetValue(OrWarn(path, list[i], element), i);
        }

        return new(MakeArray.MakeGenericMethod(element).Invoke(null, [items]));
    }

    private Converted ToDictionary(string path, object value, Type type)
    {
        if (value is not ImmutableDictionary<string, object?> map)
        {
            return new(null, $"Expected {typeof(ImmutableDictionary<string, object>).FullName} but got {value.GetType().FullName} deserializing {path}");
        }

        var element = type.GenericTypeArguments[1];
        var items = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element))!;
        foreach (var (name, item) in map)
        {
            items.Add(name, OrWarn(path, item, element) ?? (element.IsValueType ? Activator.CreateInstance(element) : null));
        }

        return new(MakeDictionary.MakeGenericMethod(element).Invoke(null, [items]));
    }

    private Converted ToOutputType(string path, object value, Type type)
    {
        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            return new(null, $"Unexpected target type {type.FullName} when deserializing {path}");
        }

        if (Shapes.OutputConstructor(type) is not { } constructor)
        {
            return new(null, $"Expected target type {type.FullName} to have [{nameof(OutputConstructorAttribute)}] constructor when deserializing {path}");
        }

        if (value is not ImmutableDictionary<string, object?> map)
        {
            return new(null, $"Expected {typeof(ImmutableDictionary<string, object>).FullName} but got {value.GetType().FullName} deserializing {path}");
        }

        return new(constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
        {
            var name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
            return OrWarn($"{type.FullName}({parameter.Name})", map.GetValueOrDefault(name), parameter.ParameterType);
        })]));
    }

    private static readonly MethodInfo MakeArray = Helper(nameof(ArrayOf));
    private static readonly MethodInfo MakeDictionary = Helper(nameof(DictionaryOf));
    private static readonly MethodInfo MakeOutput = Helper(nameof(OutputOf));

    private static object ToOutput(object value, Type type) => MakeOutput.MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [value])!;

    private static MethodInfo Helper(string name) => typeof(ValueConverter).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static ImmutableArray<T> ArrayOf<T>(T[] items) => [.. items];

    private static ImmutableDictionary<string, T> DictionaryOf<T>(Dictionary<string, T> items) => items.ToImmutableDictionary();

    private static Output<T> OutputOf<T>(T value) => Output.Create(value);
}

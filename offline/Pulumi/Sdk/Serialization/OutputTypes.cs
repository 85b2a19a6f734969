using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Checks that outputs are declared of types that properties can become.</summary>
internal static class OutputTypes
{
    private static readonly ConcurrentDictionary<Type, bool> Valid = new();

    private static readonly HashSet<Type> Leaves =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(JsonElement),
        typeof(Asset), typeof(Archive), typeof(AssetOrArchive),
    ];

    /// <summary>Checks a type and all that it is made of, once.</summary>
    /// <exception cref="InvalidOperationException">A type that no property can become.</exception>
    public static void Check(string path, Type type)
    {
        if (!Valid.ContainsKey(type))
        {
            Check(path, type, []);
            Valid[type] = true;
        }
    }

    private static void Check(string path, Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || Leaves.Contains(type) || typeof(Resource).IsAssignableFrom(type)
            || (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int)))
        {
            return;
        }

        if (Shapes.IsEnumStruct(type))
        {
            CheckEnumStruct(type);
        }
        else if (type.IsConstructedGenericType)
        {
            CheckGeneric(path, type, seen);
        }
        else
        {
            CheckOutputType(path, type, seen);
        }
    }

    private static void CheckEnumStruct(Type type)
    {
        var raw = new[] { typeof(string), typeof(double) }
            .FirstOrDefault(candidate => Shapes.EnumConstructor(type, candidate) is not null)
            ?? throw new InvalidOperationException(
                $"{type.FullName} had [{nameof(EnumTypeAttribute)}], but did not contain constructor with a single String or Double parameter.");
        if (Shapes.EnumConversion(type)?.ReturnType != raw)
        {
            throw new InvalidOperationException(
                $"{type.FullName} had [{nameof(EnumTypeAttribute)}], but did not contain an explicit conversion operator to {raw.FullName}.");
        }
    }

    private static void CheckGeneric(string path, Type type, HashSet<Type> seen)
    {
        var arguments = type.GenericTypeArguments;
        if (Shapes.Is(type, typeof(ImmutableDictionary<,>)))
        {
            if (arguments[0] != typeof(string))
            {
                throw new InvalidOperationException(
                    $"{path} contains invalid type {type.FullName}:\n    The only allowed ImmutableDictionary 'TKey' type is 'String'.");
            }

            Check(path, arguments[1], seen);
            return;
        }

        Type[] containers = [typeof(Nullable<>), typeof(Union<,>), typeof(ImmutableArray<>), typeof(Output<>)];
        if (!containers.Contains(type.GetGenericTypeDefinition()))
        {
            throw new InvalidOperationException(
                $"{path} contains invalid type {type.FullName}:\n    The only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>");
        }

        foreach (var argument in arguments)
        {
            Check(path, argument, seen);
        }
    }

    private static void CheckOutputType(string path, Type type, HashSet<Type> seen)
    {
        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            throw new InvalidOperationException(
                $"{path} contains invalid type {type.FullName}. Allowed types are:\n    String, Boolean, Int32, Double,\n"
                + "    Nullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...> or\n"
                + $"    a class explicitly marked with the [{nameof(OutputTypeAttribute)}].");
        }

        var constructor = Shapes.OutputConstructor(type)
            ?? throw new InvalidOperationException(
                $"{type.FullName} had [{nameof(OutputTypeAttribute)}], but did not contain constructor marked with [{nameof(OutputConstructorAttribute)}].");
        foreach (var parameter in constructor.GetParameters())
        {
            Check($"{type.FullName}({parameter.Name})", parameter.ParameterType, seen);
        }
    }
}

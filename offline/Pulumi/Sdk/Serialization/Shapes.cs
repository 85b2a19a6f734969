using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>What reflection says about the types that properties may have.</summary>
internal static class Shapes
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>Whether a type is an instance of an open generic type.</summary>
    public static bool Is(Type type, Type open) => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == open;

    /// <summary>Whether a list is an immutable array that was never made; such a one cannot even be counted.</summary>
    public static bool IsDefaultArray(IList list)
        => Is(list.GetType(), typeof(ImmutableArray<>))
            && list.GetType().GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(list) is true;

    /// <summary>Whether a type is a struct that stands for an enumeration of texts or numbers.</summary>
    public static bool IsEnumStruct(Type type)
        => type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null;

    /// <summary>An enumeration struct's conversion to text or number.</summary>
    public static MethodInfo? EnumConversion(Type type)
    {
        var method = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);
        return method?.ReturnType == typeof(string) || method?.ReturnType == typeof(double) ? method : null;
    }

    /// <summary>An enumeration struct's text or number; null where it has no conversion.</summary>
    public static object? RawEnumValue(object value) => EnumConversion(value.GetType())?.Invoke(null, [value]);

    /// <summary>An enumeration struct's constructor from a text or a number.</summary>
    public static ConstructorInfo? EnumConstructor(Type type, Type raw) => type.GetConstructor(Instance, [raw]);

    /// <summary>The fields that hold an output type's values.</summary>
    public static IEnumerable<FieldInfo> ReadOnlyFields(Type type)
        => type.GetFields(Instance).Where(field => field.IsInitOnly);

    /// <summary>The marked constructor of an output type, or its only public one.</summary>
    public static ConstructorInfo? OutputConstructor(Type type)
    {
        var all = type.GetConstructors(Instance);
        var open = all.Where(constructor => constructor.IsPublic).ToArray();
        return all.FirstOrDefault(constructor => constructor.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? (open.Length == 1 ? open[0] : null);
    }
}

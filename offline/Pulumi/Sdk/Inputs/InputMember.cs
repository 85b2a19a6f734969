using System.Collections.Concurrent;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One marked property or field of an arguments class.</summary>
internal sealed class InputMember
{
    private const BindingFlags Instance = BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance;
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<InputMember>> ByType = new();

    private readonly InputAttribute _attribute;
    private readonly string _fullName;
    private readonly string _memberName;
    private readonly Func<object, object?> _getValue;

    private InputMember(Type type, MemberInfo member, InputAttribute attribute)
    {
        _attribute = attribute;
        _memberName = member.Name;
        _fullName = $"[Input] {type.FullName}.{member.Name}";
        _getValue = member is FieldInfo field ? field.GetValue : ((PropertyInfo)member).GetValue;
    }

    /// <summary>The name on the wire.</summary>
    public string Name => _attribute.Name;

    /// <summary>The marked members of a class, fields first.</summary>
    public static IReadOnlyList<InputMember> Of(Type type) => ByType.GetOrAdd(type, Find);

    /// <summary>The member's value in <paramref name="args"/>.</summary>
    /// <exception cref="ArgumentNullException">It is required and missing.</exception>
    public object? Read(InputArgs args)
    {
        var value = _getValue(args);
        if (value is null && _attribute.IsRequired)
        {
            throw new ArgumentNullException(_memberName, $"{_fullName} is required but was not given a value");
        }

        return _attribute.Json && value is not null ? JsonText.Of(_fullName, value) : value;
    }

    private static List<InputMember> Find(Type type)
        => [.. from member in type.GetFields(Instance).Cast<MemberInfo>().Concat(type.GetProperties(Instance))
               let attribute = member.GetCustomAttribute<InputAttribute>()
               where attribute is not null
               select new InputMember(type, member, attribute)];
}

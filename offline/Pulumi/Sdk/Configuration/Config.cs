using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration values of one namespace: the project's own, or a provider's.</summary>
public sealed partial class Config
{
    private const string LegacySuffix = ":config";

    private readonly string _name;

    /// <summary>The values of a namespace, by default the project's.</summary>
    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _name = name.EndsWith(LegacySuffix, StringComparison.Ordinal) ? name[..^LegacySuffix.Length] : name;
    }

    /// <summary>A text; null where it is not set.</summary>
    public string? Get(string key) => DeploymentRun.Current.Config.Get(FullKey(key));

    /// <summary>A boolean, "true" or "false"; null where it is not set.</summary>
    public bool? GetBoolean(string key)
        => Get(key) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            var value => throw TypeError(key, value, nameof(Boolean)),
        };

    /// <summary>A whole number; null where it is not set.</summary>
    public int? GetInt32(string key)
        => Get(key) is not { } value ? null
            : int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
            : throw TypeError(key, value, nameof(Int32));

    /// <summary>A number; null where it is not set.</summary>
    public double? GetDouble(string key)
        => Get(key) is not { } value ? null
            : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw TypeError(key, value, nameof(Double));

    /// <summary>An object in JSON; the type's default where it is not set.</summary>
    [return: MaybeNull]
    public T GetObject<T>(string key) => ReadObject<T>(key, null);

    /// <summary>An object in JSON, read with options; the type's default where it is not set.</summary>
    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => ReadObject<T>(key, options);

    /// <summary>A text that must be set.</summary>
    public string Require(string key) => Get(key) ?? throw MissingError(key);

    /// <summary>A boolean that must be set.</summary>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw MissingError(key);

    /// <summary>A whole number that must be set.</summary>
    public int RequireInt32(string key) => GetInt32(key) ?? throw MissingError(key);

    /// <summary>A number that must be set.</summary>
    public double RequireDouble(string key) => GetDouble(key) ?? throw MissingError(key);

    /// <summary>An object in JSON that must be set.</summary>
    public T RequireObject<T>(string key) => RequireObject<T>(key, null!);

    /// <summary>An object in JSON that must be set, read with options.</summary>
    public T RequireObject<T>(string key, JsonSerializerOptions options)
    {
        _ = Require(key);
        return ReadObject<T>(key, options)!;
    }

    private T? ReadObject<T>(string key, JsonSerializerOptions? options)
    {
        var value = Get(key);
        try
        {
            return value is null ? default : JsonSerializer.Deserialize<T>(value, options);
        }
        catch (JsonException exception)
        {
            throw TypeError(key, value, typeof(T).FullName!, exception);
        }
    }

    private string FullKey(string key) => $"{_name}:{key}";

    private RunException TypeError(string key, string? value, string expected, Exception? cause = null)
        => new($"Configuration '{FullKey(key)}' value '{value}' is not a valid {expected}", cause);

    private RunException MissingError(string key)
        => new($"Missing Required configuration variable '{FullKey(key)}'\n"
            + $"\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");
}

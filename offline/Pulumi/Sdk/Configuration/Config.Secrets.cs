using System.Text.Json;

namespace Pulumi;

public sealed partial class Config
{
    /// <summary>A text as a secret; null where it is not set.</summary>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A boolean as a secret; null where it is not set.</summary>
    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A whole number as a secret; null where it is not set.</summary>
    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A number as a secret; null where it is not set.</summary>
    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>An object in JSON as a secret; null where it is not set.</summary>
    public Output<T>? GetSecretObject<T>(string key)
        => Get(key) is null ? null : Output.CreateSecret(ReadObject<T>(key, null)!);

    /// <summary>An object in JSON, read with options, as a secret; null where it is not set.</summary>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options)
        => ReadObject<T>(key, options) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A text as a secret, which must be set.</summary>
    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    /// <summary>A boolean as a secret, which must be set.</summary>
    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    /// <summary>A whole number as a secret, which must be set.</summary>
    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    /// <summary>A number as a secret, which must be set.</summary>
    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    /// <summary>An object in JSON as a secret, which must be set.</summary>
    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    /// <summary>An object in JSON, read with options, as a secret, which must be set.</summary>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options)
        => Output.CreateSecret(RequireObject<T>(key, options));
}

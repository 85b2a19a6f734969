using System.Security.Cryptography;
using Recommender.Lake.Errors;

namespace Recommender.Ranking.Registry;

/// <summary>A model's file as a table holds it: base64 text beside its checksum.</summary>
internal static class ModelFile
{
    private const int IdDigits = 12;

    /// <summary>The SHA-256 of a file, lower-case hexadecimal.</summary>
    public static string Sha256(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>The id of the model with this file.</summary>
    /// <param name="sha256">The file's SHA-256.</param>
    public static string Id(string sha256) => $"learnt-{sha256[..IdDigits]}";

    /// <summary>The file of a model.</summary>
    /// <exception cref="EnvironmentException">It is not kept, is no base64, or is not the file that the checksum was taken of.</exception>
    public static byte[] Of(ModelRecord model)
    {
        var remedy = $"go back to the snapshot before with 'recommender rollback ml.models', or train anew with 'recommender train --seed {model.Seed + 1} --promote'";
        if (model.File is null)
        {
            throw new EnvironmentException($"ml.models: the file of {model.Id} ({model.State.Text()}) is not kept any more; {remedy}");
        }

        byte[] file;
        try
        {
            file = Convert.FromBase64String(model.File);
        }
        catch (FormatException)
        {
            throw new EnvironmentException($"ml.models: the file of {model.Id} is damaged: it is no base64; {remedy}");
        }

        var found = Sha256(file);
        return found == model.FileSha256
            ? file
            : throw new EnvironmentException($"ml.models: the file of {model.Id} is damaged: its SHA-256 is {found}, not {model.FileSha256}; {remedy}");
    }
}

using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.S3;

/// <summary>
/// Copies of pointers for readers without the catalog, <c>TABLE/_current.json</c>. The catalog is the truth: a copy that lags is put right by the
/// table's next writer.
/// </summary>
/// <param name="files">The lake.</param>
public sealed class PointerCopies(IVersionedFiles files)
{
    /// <summary>How often a copy that others write meanwhile is tried: 5.</summary>
    private const int Tries = 5;

    /// <summary>Makes the copy say what the catalog says.</summary>
    /// <param name="table">The table.</param>
    /// <param name="pointer">The pointer as the catalog has it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">It cannot be written, or others write it, too.</exception>
    public void Write(TableName table, Pointer pointer, CancellationToken cancellationToken)
    {
        var key = LakeKeys.Pointer(table);
        var content = PointerFile.Write(pointer);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var found = files.Look(key, cancellationToken);
            if (found is not null && content.AsSpan().SequenceEqual(found.Content))
            {
                return;
            }

            var written = found is null ? files.WriteNew(key, content, cancellationToken) : files.Replace(key, content, found.Version, cancellationToken);
            if (written is not null)
            {
                return;
            }
        }

        throw new EnvironmentException($"{table}: others write {key} all the time: the copy of its pointer was not written");
    }
}

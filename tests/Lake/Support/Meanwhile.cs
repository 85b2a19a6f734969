using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Support;

/// <summary>Pointers for whose mover something happens between reading and moving.</summary>
internal sealed class Meanwhile(IPointers pointers, Action happens) : IPointers
{
    public VersionedPointer? Read(TableName table, CancellationToken cancellationToken) => pointers.Read(table, cancellationToken);

    public void Move(TableName table, Pointer pointer, string? version, CancellationToken cancellationToken)
    {
        happens();
        pointers.Move(table, pointer, version, cancellationToken);
    }
}

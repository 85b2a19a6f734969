using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Support;

/// <summary>Pointers for whose mover something happens between reading and moving, or between moving and hearing of it.</summary>
internal sealed class Meanwhile(IPointers pointers, Action before, Action? after = null) : IPointers
{
    public VersionedPointer? Read(TableName table, CancellationToken cancellationToken) => pointers.Read(table, cancellationToken);

    public void Move(TableName table, Pointer pointer, string? version, CancellationToken cancellationToken)
    {
        before();
        pointers.Move(table, pointer, version, cancellationToken);
        after?.Invoke();
    }
}

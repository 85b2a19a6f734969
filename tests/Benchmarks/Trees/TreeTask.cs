namespace Recommender.Benchmarks.Trees;

/// <summary>What both sides train.</summary>
/// <param name="Data">A file of exported rows; empty for generated ones.</param>
/// <param name="Rows">Training rows.</param>
/// <param name="TestRows">Held-out rows.</param>
/// <param name="Features">Columns, where rows are generated.</param>
/// <param name="Rounds">Trees.</param>
/// <param name="Leaves">Leaves a tree.</param>
/// <param name="Threads">Threads.</param>
internal sealed record TreeTask(string Data, int Rows, int TestRows, int Features, int Rounds, int Leaves, int Threads)
{
    /// <summary>Bins of a feature.</summary>
    public const int Bins = 255;

    /// <summary>Fewest rows of a leaf.</summary>
    public const int MinRowsInLeaf = 50;

    /// <summary>The learning rate.</summary>
    public const double LearningRate = 0.05;

    /// <summary>The rows to train on, and those held out: the last ones.</summary>
    public (RowTable Train, RowTable Test) Load()
    {
        var all = Data.Length > 0 ? RowTable.Read(Data) : GeneratedRows.Generate(Rows + TestRows, Features);
        var test = Data.Length > 0 ? all.Rows / 5 : TestRows;
        return (all.Part(0, all.Rows - test), all.Part(all.Rows - test, test));
    }
}

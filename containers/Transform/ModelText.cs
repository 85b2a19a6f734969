using System.Text;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;

namespace Recommender.Transform;

/// <summary>Reads the SQL that lies beside a declaration.</summary>
internal static class ModelText
{
    /// <summary>The model of a declared table: its SQL is the embedded <c>models/zone/table.sql</c>.</summary>
    /// <exception cref="InvalidOperationException">No such file was built in.</exception>
    public static SqlModel Model(TableDeclaration table)
    {
        var name = $"models/{table.Name.Zone.SqlName()}/{table.Name.Table}.sql";
        using var stream = typeof(ModelText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in {typeof(ModelText).Assembly.GetName().Name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new SqlModel(table, reader.ReadToEnd());
    }
}

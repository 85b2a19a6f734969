using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Recommender.Ingest.Generation;

/// <summary>Writes aisles.csv, departments.csv and products.csv.</summary>
internal static class CatalogueWriter
{
    internal static void Write(Catalogue catalogue, OutputFiles files)
    {
        WriteTable(files, InstacartFile.Aisles, ["aisle_id", "aisle"],
            AisleTable.Aisles.Select((aisle, i) => new[] { Id(i), aisle.Name }));
        WriteTable(files, InstacartFile.Departments, ["department_id", "department"],
            DepartmentTable.Names.Select((name, i) => new[] { Id(i), name }));
        WriteTable(files, InstacartFile.Products, ["product_id", "product_name", "aisle_id", "department_id"],
            catalogue.Names.Select((name, i) => new[]
            {
                Id(i), name, Id(catalogue.AisleOf[i]), Id(AisleTable.Aisles[catalogue.AisleOf[i]].Department - 1),
            }));
    }

    private static void WriteTable(OutputFiles files, string name, string[] header, IEnumerable<string[]> rows)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var text = new StreamWriter(files.Create(name), new UTF8Encoding(false), leaveOpen: true);
        using var csv = new CsvWriter(text, configuration, leaveOpen: true);
        foreach (var row in rows.Prepend(header))
        {
            foreach (var field in row)
            {
                csv.WriteField(field);
            }

            csv.NextRecord();
        }
    }

    private static string Id(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}

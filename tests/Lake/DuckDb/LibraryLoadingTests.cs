using Recommender.Lake.DuckDb;
using Recommender.Lake.DuckDb.Native;

namespace Recommender.Lake.Tests.DuckDb;

public sealed class LibraryLoadingTests
{
    [Fact]
    public void A_missing_override_is_named()
    {
        var path = Path.Combine(Path.GetTempPath(), "no-such-library.so");
        var error = Assert.Throws<DuckDbLibraryException>(() => NativeLibraryLoader.Load(path, AppContext.BaseDirectory));
        Assert.Equal(path, error.Path);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("DUCKDB_LIBRARY", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_library_is_named()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "no library");
            var error = Assert.Throws<DuckDbLibraryException>(() => NativeLibraryLoader.Load(path, AppContext.BaseDirectory));
            Assert.Contains($"'{path}' (from the environment variable DUCKDB_LIBRARY) cannot be loaded", error.Message, StringComparison.Ordinal);
            Assert.NotNull(error.InnerException);
            Assert.DoesNotContain("\n", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Another_library_is_not_taken_for_duckdb()
    {
        var other = Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.*").FirstOrDefault();
        Assert.SkipWhen(other is null, "This runtime has no libSystem.Native.");
        Assert.Contains("not DuckDB's", Assert.Throws<DuckDbLibraryException>(() => NativeLibraryLoader.Load(other, "")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_without_the_library_beside_it_says_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("duckdb-test-").FullName;
        try
        {
            var error = Assert.Throws<DuckDbLibraryException>(() => NativeLibraryLoader.Load(null, folder));
            Assert.Equal(Path.Combine(folder, NativeLibraryLoader.FileName), error.Path);
            Assert.Contains("Build the program again", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Fact]
    public void The_library_beside_the_program_loads() =>
        Assert.NotEqual(0, NativeLibraryLoader.Load(Environment.GetEnvironmentVariable(NativeLibraryLoader.PathVariable), AppContext.BaseDirectory));
}

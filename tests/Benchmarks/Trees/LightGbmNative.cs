using System.Runtime.InteropServices;

namespace Recommender.Benchmarks.Trees;

/// <summary>LightGBM's C interface (its include/LightGBM/c_api.h), as far as the benchmark asks for it.</summary>
internal static unsafe partial class LightGbmNative
{
    /// <summary>The name that <see cref="NativeLibrary.SetDllImportResolver"/> finds the library by.</summary>
    public const string Library = "lightgbm";

    /// <summary>C_API_DTYPE_FLOAT32.</summary>
    public const int Float32 = 0;

    [LibraryImport(Library)]
    private static partial byte* LGBM_GetLastError();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_DatasetCreateFromMat(
        void* data, int type, int rows, int columns, int isRowMajor, string parameters, nint reference, out nint handle);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_DatasetSetField(nint handle, string field, void* data, int count, int type);

    [LibraryImport(Library)]
    public static partial int LGBM_DatasetFree(nint handle);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_BoosterCreate(nint train, string parameters, out nint handle);

    [LibraryImport(Library)]
    public static partial int LGBM_BoosterUpdateOneIter(nint handle, out int isFinished);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_BoosterPredictForMat(
        nint handle, void* data, int type, int rows, int columns, int isRowMajor, int predictType, int startIteration, int iterations,
        string parameters, out long length, double* result);

    [LibraryImport(Library)]
    public static partial int LGBM_BoosterFree(nint handle);

    /// <exception cref="InvalidOperationException">The call failed; the message is LightGBM's.</exception>
    public static void Check(int result)
    {
        if (result != 0)
        {
            throw new InvalidOperationException($"LightGBM: {Marshal.PtrToStringUTF8((nint)LGBM_GetLastError())}");
        }
    }
}
